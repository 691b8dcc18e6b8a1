import type { Finding } from '../../yaml/finding.ts'
import { buildFilter, type Filter, type Table } from './build-filter.ts'
import type { SeccompCall, SeccompDecision, SeccompVerdict } from './decision.ts'
import { stubLimits } from './enosys-stub.ts'
import { evaluate } from './evaluate.ts'
import { type Step, stepOf } from './level-runs.ts'
import { multiplexer } from './multiplexed.ts'
import type { Arch, SeccompProfile } from './profile.ts'
import { type Branch, isLevel, leavesOf } from './rule-chain.ts'
import { isSyscall, syscallNumber, X32_BIT } from './syscalls.ts'

export type { DecidedBy, SeccompCall, SeccompDecision, SeccompVerdict } from './decision.ts'

export interface CompiledSeccomp {
  readonly arch: Arch
  /** What the runtime refuses when it installs the filter; it stops at the first. */
  readonly findings: readonly Finding[]
  /**
   * Runc's words when it refuses the profile, in reading or in installing: no container runs under it. Decisions are then
   * undecided, or, where the runtime alone refuses (NOTIFY), what the library's filter would say.
   */
  readonly refusal?: string
  decide(call: SeccompCall): SeccompDecision
  /** The same by number; those of x32 carry 0x40000000. */
  decideNumber(arch: Arch, number: number, args?: readonly bigint[]): SeccompDecision
  /** Everything that this call can meet on the machine's own table, whatever its arguments are. */
  outcomes(syscall: string): readonly SeccompDecision[]
}

export interface CompileOptions {
  /** The machine's own table; by default x86_64. */
  readonly arch?: Arch
  readonly runtime?: 'runc' | 'crun'
}

const NO_ARGS: readonly bigint[] = []
const BAD_ARCH: SeccompVerdict = { action: 'KILL_THREAD', by: { kind: 'bad-arch' } }
const NOT_IMPLEMENTED: SeccompVerdict = { action: 'ERRNO', errno: 38, by: { kind: 'enosys-stub' } }
const UNCONFINED: SeccompVerdict = { action: 'ALLOW', by: { kind: 'unconfined' } }
const TOO_LONG: SeccompDecision = { undecided: 'The rules about this call take too many steps.' }
const MINUS_ONE = 0xffffffff

/** Compiles once; decides many times, each by one look into a table. Never throws. */
export function compileSeccompProfile(profile: SeccompProfile, options: CompileOptions = {}): CompiledSeccomp {
  const arch = options.arch ?? 'x86_64'
  const runtime = options.runtime ?? 'runc'
  if (profile.refusal !== undefined) return refused(arch, profile.refusal, [])
  if (profile.defaultAction === '' && profile.syscalls.length === 0) return always(arch, UNCONFINED)
  const { filter, findings } = buildFilter(profile, arch, runtime)
  if (!filter) return refused(arch, findings[0]?.message ?? 'the profile cannot be read', findings)
  const limits = runtime === 'runc' ? stubLimits(profile, filter.tables.keys()) : new Map<Arch, number>()
  const refusal = findings[0]?.message
  return { ...compiled(arch, filter, limits), findings, ...(refusal !== undefined && { refusal }) }
}

function compiled(native: Arch, filter: Filter, limits: ReadonlyMap<Arch, number>): CompiledSeccomp {
  const tables = new Map(
    [...filter.tables].map(([arch, table]): [Arch, Calls] => [
      arch,
      { calls: dense(table), limit: limits.get(arch) ?? Number.POSITIVE_INFINITY },
    ]),
  )

  function decideNumber(arch: Arch, number: number, args: readonly bigint[] = NO_ARGS): SeccompDecision {
    const unsigned = number >>> 0
    const asked = arch === 'x86_64' || arch === 'x32' ? (unsigned & X32_BIT ? 'x32' : 'x86_64') : arch
    const table = tables.get(asked)
    if (table === undefined) return unsigned === MINUS_ONE && asked === 'x32' ? filter.fallback : BAD_ARCH
    if (unsigned > table.limit) return NOT_IMPLEMENTED
    const found = table.calls[unsigned & ~X32_BIT]
    if (found === undefined) return filter.fallback
    if (found.decision !== undefined) return found.decision
    found.step ??= stepOf(found.tree)
    const decision = evaluate(found.step, args)
    return decision === 'too-long' ? TOO_LONG : (decision ?? filter.fallback)
  }

  return {
    arch: native,
    findings: [],
    decideNumber,
    decide({ syscall, arch = native, args }) {
      const table = archOf(arch)
      if (table === undefined) return { undecided: `No table of system calls is known for \`${arch}\`.` }
      const number = syscallNumber(table, syscall)
      if (number !== undefined) return decideNumber(table, number, args)
      const mux = table === 'x86' ? multiplexer(syscall) : undefined
      if (mux) return decideNumber(table, mux.number, [BigInt(mux.call)])
      return {
        undecided: isSyscall(syscall)
          ? `\`${syscall}\` does not exist on ${table}.`
          : `No system call is named \`${syscall}\`.`,
      }
    },
    outcomes(syscall) {
      const number = syscallNumber(native, syscall)
      if (number === undefined) return []
      const table = tables.get(native)
      const found = table?.calls[number & ~X32_BIT]
      if (!table || !found || found.decision || number > table.limit) return [decideNumber(native, number)]
      return [...new Set([...leavesOf(found.tree)].map(it => it.decision)), filter.fallback]
    },
  }
}

const archs: readonly Arch[] = ['x86_64', 'x86', 'x32', 'aarch64', 'arm']

function archOf(text: string): Arch | undefined {
  return archs.find(arch => arch === text)
}

/** The rules of one table by number, those of x32 without its bit. */
interface Calls {
  readonly calls: readonly (Call | undefined)[]
  /** Above it runc answers before the filter is asked. */
  readonly limit: number
}

interface Call {
  /** Where no argument matters. */
  readonly decision: SeccompVerdict | undefined
  readonly tree: Branch<SeccompVerdict>
  /** Of the tree; made when the call is first asked about. */
  step: Step<SeccompVerdict> | undefined
}

/** A list by number, because most calls are decided by no more than a look into it. */
function dense(table: Table): (Call | undefined)[] {
  const calls: (Call | undefined)[] = []
  for (const [call, { tree }] of table) {
    if (typeof call !== 'number') continue
    calls[call & ~X32_BIT] = { decision: isLevel(tree) ? undefined : tree.decision, tree, step: undefined }
  }
  return calls
}

function always(arch: Arch, decision: SeccompDecision): CompiledSeccomp {
  return {
    arch,
    findings: [],
    decide: () => decision,
    decideNumber: () => decision,
    outcomes: () => [decision],
  }
}

function refused(arch: Arch, refusal: string, findings: readonly Finding[]): CompiledSeccomp {
  return { ...always(arch, { undecided: `The runtime refuses the profile: ${refusal}` }), findings, refusal }
}
