import { compileSeccompProfile } from '#engine/validation/seccomp/decide.ts'
import { ociText } from '#engine/validation/seccomp/docker/oci-text.ts'
import { type EscapeLeft, escapesLeft, type Opening } from '#engine/validation/seccomp/escapes-left.ts'
import { containerStarts, type Start } from '#engine/validation/seccomp/starts.ts'
import type { Form, Section, SectionRow } from '../../playground.ts'
import { counted } from '../place.ts'
import { differenceSection } from './difference-section.ts'
import { type ReadAs, readAs } from './read-as.ts'
import { hex, tableName } from './words.ts'

/** What is told of a profile beside the call that was asked. */
export function seccompSections(read: ReadAs, form: Form): readonly Section[] {
  const against = (form.against ?? '').trim()
  return [
    ...(against === '' ? [] : [differenceSection(read, readAs(against, form))]),
    startSection(read),
    escapeSection(read),
    ...(read.reader === 'containerd' ? [] : [ociSection(read)]),
  ]
}

function startSection({ profile, machine }: ReadAs): Section {
  const compiled = compileSeccompProfile(profile, { arch: machine })
  const starts = [true, false].map(noNewPrivileges => containerStarts(compiled, { noNewPrivileges }))
  const [apart, together] = starts.map(startWords)
  const rows = [
    { label: 'Most', says: `${together}` },
    { label: 'No escalation', says: `with allowPrivilegeEscalation: false ${apart}` },
  ]
  const can = starts.map(it => ('starts' in it ? it.starts : undefined))
  const title = can.every(it => it === true)
    ? 'A container can start under it'
    : can.every(it => it === false)
      ? 'No container can start under it'
      : can.includes(undefined)
        ? 'Whether a container can start is not certain'
        : 'Not every container can start under it'
  return { title, rows }
}

function startWords(start: Start): string {
  if ('undecided' in start) return start.undecided.replaceAll('`', '')
  if (start.starts) return 'it starts'
  const missing = start.missing === undefined ? 'it does not start' : `it does not start: it needs ${start.missing}`
  return start.message === undefined ? missing : `${missing}. ${start.message}`
}

function escapeSection({ profile, machine }: ReadAs): Section {
  const left = escapesLeft(profile, { arch: machine }) ?? []
  if (left.length === 0) return { title: 'No call that helps an escape goes through', rows: [] }
  const row = ({ syscall, why, openings }: EscapeLeft): SectionRow => ({
    label: syscall,
    says: `${openingsWords(openings)}. ${why}`,
  })
  return { title: `${counted(left.length, 'call')} that can help an escape`, rows: left.map(row) }
}

/** `goes through on x86-64 and x32; by socketcall on x86`. */
function openingsWords(openings: readonly Opening[]): string {
  const places = new Map<string, string[]>()
  for (const it of openings) {
    const how = `${it.through ? `by ${it.through} ` : ''}on`
    const where = whereWords(it)
    const known = places.get(how)
    if (known) known.push(where)
    else places.set(how, [where])
  }
  return `goes through ${[...places].map(([how, where]) => `${how} ${where.join(', ')}`).join('; ')}`
}

function whereWords({ arch, passes, args }: Opening): string {
  if (passes === 'unknown') return `${tableName(arch)} perhaps: it has too many conditions`
  return passes === 'always' ? tableName(arch) : `${tableName(arch)} with some arguments, as (${hex(args)})`
}

function ociSection({ profile, reader, leftOut }: ReadAs): Section {
  return {
    title: `What ${reader} hands to the runtime: ${counted(profile.syscalls.length - leftOut.size, 'rule')}`,
    rows: [...leftOut].map(([index, why]) => ({ label: `Rule ${index + 1}`, says: `left out: ${why}` })),
    text: ociText(profile),
  }
}
