import { capabilitiesOf } from '#engine/validation/pod/capabilities.ts'
import { kernelVersion } from '#engine/validation/seccomp/docker/kernel-version.ts'
import { usualDocker } from '#engine/validation/seccomp/docker/profile.ts'
import { readDockerProfile } from '#engine/validation/seccomp/docker/read.ts'
import type { Arch, SeccompProfile } from '#engine/validation/seccomp/profile.ts'
import { readSeccompProfile } from '#engine/validation/seccomp/read.ts'
import type { Form } from '../../playground.ts'
import { seccompTables } from '../../seccomp-fields.ts'

/** A file as it was read for one container on one machine. */
export interface ReadAs {
  readonly profile: SeccompProfile
  readonly reader: string
  /** The table that the call is made through, and the machine’s own. */
  readonly table: Arch
  readonly machine: Arch
  /** Entries that do not hold for the container, counted from 0, and why. */
  readonly leftOut: ReadonlyMap<number, string>
}

/** Reads a file as the form says; or a sentence on what to put right. */
export function readAs(text: string, form: Form): ReadAs | string {
  const { through = 'x86-64', reader = 'containerd', capabilities = '', kernel = '' } = form
  const { table, machine } = Object.entries(seccompTables).find(([name]) => name === through)?.[1] ?? {}
  if (!table || !machine) return `Write another table: ${through} is not known here.`
  if (reader === 'containerd') {
    const { value, findings } = readSeccompProfile(text, machine)
    if (!value) return findings[0]?.message ?? 'The profile cannot be read.'
    return { profile: value, reader, table, machine, leftOut: new Map() }
  }
  const bounding = boundingSet(capabilities)
  if (typeof bounding === 'string') return bounding
  const version = kernel.trim() || usualDocker.kernel
  if (!kernelVersion(version)) return 'Write a kernel’s version, such as 6.8.'
  const { value, findings } = readDockerProfile(text, {
    reader: reader === 'CRI-O' ? 'cri-o' : 'dockerd',
    arch: machine,
    capabilities: bounding,
    kernel: version,
  })
  if (!value) return findings[0]?.message ?? 'The profile cannot be read.'
  return { ...value, reader, table, machine }
}

/** The usual capabilities, with those that are written and without those that have a minus; ALL is all of them. */
function boundingSet(written: string): readonly string[] | string {
  const words = written.split(/[\s,]+/).filter(it => it !== '')
  const plain = (word: string) => word.replace(/^[-+]?(?:CAP_)?/i, '')
  const drop = words.filter(it => it.startsWith('-')).map(plain)
  const add = words.filter(it => !it.startsWith('-')).map(plain)
  const { held, unknown } = capabilitiesOf({ add, drop })
  if (unknown.length > 0) return `Write capabilities such as SYS_ADMIN, or -CHOWN: ${unknown[0]} is none.`
  return held.map(it => `CAP_${it}`)
}
