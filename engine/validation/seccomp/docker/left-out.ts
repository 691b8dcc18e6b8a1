import type { Arch } from '../profile.ts'
import { askedKernel, isAtLeast, type KernelVersion, kernelVersion } from './kernel-version.ts'
import type { Circumstances, Condition, DockerEntry } from './profile.ts'

const names: Readonly<Record<Arch, string>> = {
  x86_64: 'amd64',
  aarch64: 'arm64',
  x32: 'amd64',
  x86: 'x86',
  arm: 'arm',
}

/** The machine as a profile names it. */
export function machineName(arch: Arch): string {
  return names[arch]
}

/** Why an entry does not hold for this container, in the order in which the readers ask; undefined when it is taken. */
export function whyLeftOut({ includes, excludes }: DockerEntry, asked: Circumstances): string | undefined {
  const arch = machineName(asked.arch)
  const has = (cap: string) => asked.capabilities.includes(cap)
  const machine = kernelVersion(asked.kernel) ?? [0, 0]
  if (excludes) {
    if (excludes.arches.includes(arch)) return `it excludes ${arch}`
    const cap = excludes.caps.find(has)
    if (cap !== undefined) return `it excludes ${cap}`
    const kernel = kernelOf(excludes)
    if (kernel && isAtLeast(machine, kernel)) return `it excludes kernel ${excludes.minKernel} and newer`
  }
  if (includes) {
    if (includes.arches.length > 0 && !includes.arches.includes(arch)) return `it is for ${includes.arches.join(', ')}`
    const cap = includes.caps.find(it => !has(it))
    if (cap !== undefined) return `it needs ${cap}`
    const kernel = kernelOf(includes)
    if (kernel && !isAtLeast(machine, kernel)) return `it needs kernel ${includes.minKernel} or newer`
  }
  return undefined
}

function kernelOf({ minKernel }: Condition): KernelVersion | undefined {
  const asked = minKernel === '' ? '' : askedKernel(minKernel)
  return typeof asked === 'string' ? undefined : asked
}
