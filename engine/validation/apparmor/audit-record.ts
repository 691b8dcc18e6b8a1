import type { Decision } from './decision.ts'
import { capabilities, families, signals, socketTypes } from './parse/tables.ts'

/** What a record says of who acts. Texts, so that what nobody knows can be written so. */
export interface Process {
  readonly pid: string
  readonly comm: string
  readonly uid: string
  /** Who owns the file. */
  readonly ouid: string
}

/** What is acted on, by the class of rules that it belongs to. */
export type Acted =
  | {
      readonly kind: 'file'
      readonly operation: string
      readonly name: string
      /** As the mask has them. */
      readonly letters: string
      readonly ouid: string
      readonly target?: string
      readonly info?: string
      readonly error?: number
    }
  | { readonly kind: 'capability'; readonly name: string }
  | {
      readonly kind: 'socket'
      readonly family: number
      readonly type: number
      readonly protocol: number
      readonly access?: string
    }
  | { readonly kind: 'signal'; readonly access: string; readonly signal: number; readonly peer: string }
  | { readonly kind: 'ptrace'; readonly access: string; readonly peer: string }
  | {
      readonly kind: 'mount'
      readonly operation: 'mount' | 'umount' | 'pivotroot'
      readonly name: string
      readonly source?: string
      readonly filesystem?: string
      readonly flags?: string
      readonly info?: string
    }
  | { readonly kind: 'change_profile'; readonly label: string; readonly isMissing: boolean }
  | { readonly kind: 'change_hat'; readonly label: string }

/**
 * What Linux 6.1 writes into its log about a decision, without the head that the audit system puts before it. Later kernels add
 * the class behind the operation. Undefined where nothing is written.
 */
export function auditRecord(label: string, decision: Decision, acted: Acted, process: Process): string | undefined {
  if (decision.log === 'none' || decision.verdict === 'undecided') return undefined
  const { operation, info, error, name, rest } = partsOf(acted, decision)
  return [
    `apparmor="${decision.log}" operation="${operation}"`,
    info === undefined ? '' : ` info="${info}"`,
    error === undefined ? '' : ` error=-${error}`,
    ` profile=${quoted(label)}`,
    name === undefined ? '' : ` name=${quoted(name)}`,
    ` pid=${process.pid} comm="${process.comm}"`,
    ...rest(process),
  ].join('')
}

interface Parts {
  readonly operation: string
  readonly info?: string | undefined
  readonly error?: number | undefined
  readonly name?: string
  readonly rest: (process: Process) => readonly string[]
}

function partsOf(acted: Acted, decision: Decision): Parts {
  const masks = (mask: string) => ` requested_mask="${mask}"${decision.log === 'AUDIT' ? '' : ` denied_mask="${mask}"`}`
  switch (acted.kind) {
    case 'file': {
      const { operation, name, letters, ouid, target, info, error } = acted
      const to = target === undefined ? '' : ` target=${quoted(target)}`
      return { operation, info, error, name, rest: ({ uid }) => [masks(letters), ` fsuid=${uid} ouid=${ouid}`, to] }
    }
    case 'capability': {
      const { name } = acted
      // Two blanks, as the kernel has them.
      const words = ` capability=${capabilities.indexOf(name)}  capname="${name}"`
      return { operation: 'capable', rest: () => [words] }
    }
    case 'socket': {
      const { family, type, protocol, access = 'create' } = acted
      const words = ` family="${nameIn(families, family)}" sock_type="${nameIn(socketTypes, type)}" protocol=${protocol}`
      return { operation: access, rest: () => [words, masks(access)] }
    }
    case 'signal':
      return {
        operation: 'signal',
        rest: () => [masks(acted.access), ` signal=${nameIn(signals, acted.signal)} peer=${quoted(acted.peer)}`],
      }
    case 'ptrace':
      return { operation: 'ptrace', rest: () => [masks(acted.access), ` peer=${quoted(acted.peer)}`] }
    case 'mount': {
      const { operation, info, name, filesystem, source, flags } = acted
      const rest = [
        filesystem === undefined ? '' : ` fstype=${quoted(filesystem)}`,
        source === undefined ? '' : ` srcname=${quoted(source)}`,
        flags === undefined ? '' : ` flags="${flags}"`,
      ]
      return { operation, info, error: info === undefined ? undefined : 13, name, rest: () => rest }
    }
    case 'change_profile':
      return acted.isMissing
        ? { operation: 'change_profile', info: 'label not found', error: 2, name: acted.label, rest: () => [] }
        : { operation: 'change_profile', name: acted.label, rest: () => [` target=${quoted(acted.label)}`] }
    case 'change_hat':
      return { operation: 'change_hat', name: acted.label, rest: () => [] }
  }
}

function nameIn(table: Readonly<Record<string, number>>, number: number): string {
  return Object.entries(table).find(([, it]) => it === number)?.[0] ?? `${number}`
}

/** The audit system writes what could be mistaken for something else as numbers. */
function quoted(text: string): string {
  const bytes = new TextEncoder().encode(text)
  if (bytes.every(byte => byte > 0x20 && byte < 0x7f && byte !== 0x22)) return `"${text}"`
  return [...bytes].map(byte => byte.toString(16).toUpperCase().padStart(2, '0')).join('')
}
