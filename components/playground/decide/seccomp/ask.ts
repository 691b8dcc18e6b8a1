import { compileSeccompProfile } from '#engine/validation/seccomp/decide.ts'
import type { SeccompProfile } from '#engine/validation/seccomp/profile.ts'
import { parseCall } from '../../../lesson/call.ts'
import { verdictOf } from '../../../lesson/decide-call.ts'
import type { Answer, Form, Why } from '../../playground.ts'
import { counted, nearest } from '../place.ts'
import { type ReadAs, readAs } from './read-as.ts'
import { seccompSections } from './sections.ts'

/** What becomes of a call; `written` holds the names of all rules, those that are left out too. */
export function askSeccomp(text: string, form: Form, written: SeccompProfile): Answer | string {
  const call = parseCall(form.call ?? '')
  if (!call) return 'Write a name, with numbers for its arguments: clone(0x10000000).'
  const read = readAs(text, form)
  if (typeof read === 'string') return read
  const { profile, machine, table } = read
  const decision = compileSeccompProfile(profile, { arch: machine }).decide({ ...call, arch: table })
  const { decided, outcome, by, lit } = verdictOf(text, decision)
  if (!decided || !('action' in decision)) return by
  const rule = decision.by.kind === 'rule' ? decision.by.rule : -1
  const naming = written.syscalls.flatMap((entry, index): readonly Why[] => {
    const label = `Rule ${index + 1}`
    const left = read.leftOut.get(index)
    if (left !== undefined) {
      return entry.names.includes(call.syscall) ? [{ label, says: `left out: ${left}`, state: 'off' }] : []
    }
    const taken = profile.syscalls[index]
    if (index === rule) return [{ label, says: 'names it and decides', state: 'decides' }]
    if (!taken?.names.includes(call.syscall)) return []
    const says = taken.args.length > 0 ? 'names it, with conditions on its arguments' : 'names it, and does not decide'
    return [{ label, says, state: 'passed' }]
  })
  const rest: Why = { label: 'Default', says: by, state: 'decides' }
  const nobody: Why = { label: 'Rules', says: `none of them names ${call.syscall}`, state: 'passed' }
  return {
    outcome,
    note: noteOf(call.syscall, form, read),
    by,
    lit: lit ? [lit] : [],
    why: nearest([...(naming.length > 0 ? naming : [nobody]), ...(rule < 0 ? [rest] : [])]),
    more: seccompSections(read, form),
  }
}

function noteOf(syscall: string, { through = 'x86-64' }: Form, { machine, table, reader, leftOut }: ReadAs): string {
  const where = machine === table ? '' : `, as a program for it does on ${machine === 'aarch64' ? 'arm64' : 'x86-64'}`
  const left = reader === 'containerd' ? '' : ` ${reader} leaves out ${counted(leftOut.size, 'rule')}.`
  return `${syscall} is asked for on ${through}${where}.${left}`
}
