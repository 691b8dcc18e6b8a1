import type { Path, Range } from '../../../yaml/range.ts'
import { errnoNumber } from '../errno.ts'
import type { SeccompEntry, SeccompProfile } from '../profile.ts'
import { askedKernel } from './kernel-version.ts'
import { machineName, whyLeftOut } from './left-out.ts'
import type { Circumstances, DockerProfile } from './profile.ts'

/** What the runtime is given. */
export interface Resolved {
  /**
   * In the OCI dialect. An entry that is left out stays in its place without names, where it does nothing: so rules keep the
   * numbers that they have in the file.
   */
  readonly profile: SeccompProfile
  /** Entry, counted from 0 → why it is left out: `it needs CAP_SYS_ADMIN`. */
  readonly leftOut: ReadonlyMap<number, string>
}

export interface Refused {
  /** The reader’s own words. */
  readonly refusal: string
  readonly path: Path
  readonly range?: Range
}

const DOCKERD_TWO = (a: string, b: string) =>
  `both '${a}' and '${b}' are specified in the seccomp profile, use either '${a}' or '${b}'`
const CRIO_TWO = (a: string, b: string) =>
  `'${a}' and '${b}' were specified in the seccomp profile, use either '${a}' or '${b}'`

/** Takes from a profile what holds for one kind of container on one kind of machine, as Docker or CRI-O does. */
export function resolveDocker(file: DockerProfile, asked: Circumstances): Resolved | Refused {
  const badKernel = wrongKernel(file)
  if (badKernel) return badKernel
  if (file.defaultAction === '' && file.syscalls.length === 0) return { profile: file, leftOut: new Map() }
  const two = asked.reader === 'dockerd' ? DOCKERD_TWO : CRIO_TWO
  if (file.architectures.length > 0 && file.archMap.length > 0) {
    const range = file.archMapRange
    return { refusal: two('architectures', 'archMap'), path: ['archMap'], ...(range && { range }) }
  }
  const defaultErrno = errnoOf(file.defaultErrno, file.defaultErrnoRet)
  if (typeof defaultErrno === 'string') return { refusal: defaultErrno, path: ['defaultErrno'] }
  const leftOut = new Map<number, string>()
  const entries: SeccompEntry[] = []
  for (const [index, entry] of file.syscalls.entries()) {
    const path = ['syscalls', index]
    const refuse = (refusal: string): Refused => ({ refusal, path, ...(entry.range && { range: entry.range }) })
    const isTwice = entry.name !== '' && entry.names.length > 0
    // Docker minds it in every entry, CRI-O in those that it takes.
    if (isTwice && asked.reader === 'dockerd') return refuse(two('name', 'names'))
    const why = whyLeftOut(entry, asked)
    if (why !== undefined) {
      leftOut.set(index, why)
      entries.push(emptied(file, entry))
      continue
    }
    if (isTwice) return refuse(two('name', 'names'))
    const errno = errnoOf(entry.errno, entry.errnoRet)
    if (typeof errno === 'string') return refuse(errno)
    const { name, nameRange, errno: _, includes: __, excludes: ___, ...rest } = entry
    entries.push({
      ...rest,
      ...(errno !== undefined && { errnoRet: errno }),
      ...(name !== '' && { names: [name], nameRanges: nameRange ? [nameRange] : [] }),
    })
  }
  const { archMap: _, archMapRange, defaultErrno: __, ...oci } = file
  const architectures = file.archMap.length > 0 ? fromArchMap(file, asked) : file.architectures
  return {
    profile: {
      ...oci,
      ...(defaultErrno !== undefined && { defaultErrnoRet: defaultErrno }),
      architectures,
      ...(archMapRange && { architectureRanges: architectures.map(() => archMapRange) }),
      syscalls: leftOut.size === file.syscalls.length ? [] : entries,
    },
    leftOut,
  }
}

/** CRI-O looks up the last two in no `archMap`. */
const mapped: Readonly<Record<string, string>> = {
  amd64: 'SCMP_ARCH_X86_64',
  arm64: 'SCMP_ARCH_AARCH64',
  x86: 'SCMP_ARCH_X86',
  arm: 'SCMP_ARCH_ARM',
}

function fromArchMap({ archMap }: DockerProfile, { arch, reader }: Circumstances): readonly string[] {
  const name = machineName(arch)
  const isKnown = reader === 'dockerd' || name === 'amd64' || name === 'arm64'
  const found = isKnown ? archMap.find(it => it.architecture === mapped[name]) : undefined
  return found ? [found.architecture, ...found.subArchitectures] : []
}

function emptied({ defaultAction }: DockerProfile, { range }: SeccompEntry): SeccompEntry {
  return { names: [], action: defaultAction, args: [], ...(range && { range }) }
}

/** The number that counts: CRI-O’s `errno`, as a name or a number, before `errnoRet`; or CRI-O’s words. */
function errnoOf(written: string, errnoRet: bigint | undefined): bigint | undefined | string {
  if (written === '') return errnoRet
  if (/^\d{1,10}$/.test(written) && BigInt(written) < 1n << 32n) return BigInt(written)
  const number = errnoNumber(written)
  return number === undefined ? `unknown errno ${written}` : BigInt(number)
}

/** A version that dockerd cannot decode: it looks at all of them, taken or not. Nobody else reads them. */
function wrongKernel({ syscalls }: DockerProfile): Refused | undefined {
  for (const [index, { includes, excludes, range }] of syscalls.entries())
    for (const it of [includes, excludes]) {
      const kernel = it && it.minKernel !== '' ? askedKernel(it.minKernel) : undefined
      if (typeof kernel !== 'string') continue
      const refusal = `Decoding seccomp profile failed: ${kernel}`
      return { refusal, path: ['syscalls', index], ...(range && { range }) }
    }
  return undefined
}
