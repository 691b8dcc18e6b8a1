import { compileSeccompProfile } from '#engine/validation/seccomp/decide.ts'
import type { SeccompVerdict } from '#engine/validation/seccomp/decision.ts'
import { type CallDifference, compareProfiles } from '#engine/validation/seccomp/difference.ts'
import { ociText } from '#engine/validation/seccomp/docker/oci-text.ts'
import { type EscapeLeft, escapesLeft, type Opening } from '#engine/validation/seccomp/escapes-left.ts'
import type { Arch } from '#engine/validation/seccomp/profile.ts'
import { containerStarts, type Start } from '#engine/validation/seccomp/starts.ts'
import { outcomeWords } from '../../../lesson/decide-call.ts'
import type { Form, Section, SectionRow } from '../../playground.ts'
import { seccompTables } from '../../seccomp-fields.ts'
import { counted } from '../place.ts'
import { type ReadAs, readAs } from './read-as.ts'

/** Rows of one list, and names in one row: nobody reads more. */
const MAX_ROWS = 60
const MAX_NAMES = 40

/** What is told of a profile beside the call that was asked. */
export function seccompSections(read: ReadAs, form: Form): readonly Section[] {
  const against = (form.against ?? '').trim()
  return [
    ...(against === '' ? [] : [differences(read, readAs(against, form))]),
    startSection(read),
    escapeSection(read),
    ...(read.reader === 'containerd' ? [] : [ociSection(read)]),
  ]
}

function startSection({ profile, machine }: ReadAs): Section {
  const compiled = compileSeccompProfile(profile, { arch: machine })
  const starts = [true, false].map(noNewPrivileges => containerStarts(compiled, { noNewPrivileges }))
  const rows = starts.map(
    (start, at): SectionRow => ({
      label: at === 0 ? 'With allowPrivilegeEscalation: false' : 'Without it',
      says: startWords(start),
    }),
  )
  const can = starts.map(it => ('starts' in it ? it.starts : undefined))
  const title = can.every(it => it === true)
    ? 'A container can start under it'
    : can.every(it => it === false)
      ? 'No container can start under it'
      : can.includes(true)
        ? 'A container can start under it, but not each'
        : 'Whether a container can start is not certain'
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
    says: `${openings.map(openingWords).join('; ')}. ${why}`,
  })
  return { title: `${counted(left.length, 'call')} that can help an escape`, rows: left.map(row) }
}

function openingWords({ arch, through, passes, args }: Opening): string {
  const where = `${through ? `by ${through} ` : ''}on ${tableName(arch)}`
  return passes === 'always' ? `goes through ${where}` : `goes through ${where} with some arguments, as (${hex(args)})`
}

function ociSection({ profile, reader, leftOut }: ReadAs): Section {
  return {
    title: `What ${reader} hands to the runtime: ${counted(profile.syscalls.length - leftOut.size, 'rule')}`,
    rows: [...leftOut].map(([index, why]) => ({ label: `Rule ${index + 1}`, says: `left out: ${why}` })),
    text: ociText(profile),
  }
}

function differences(here: ReadAs, there: ReadAs | string): Section {
  if (typeof there === 'string')
    return { title: 'The other profile cannot be read', rows: [{ label: '', says: there }] }
  const { differences, undecided } = compareProfiles(here.profile, there.profile, { arch: here.machine })
  const open: SectionRow[] = undecided === undefined ? [] : [{ label: 'Open', says: undecided.replaceAll('`', '') }]
  if (differences.length === 0) {
    const title = undecided === undefined ? 'The two profiles decide alike' : 'The two cannot be compared'
    return { title, rows: open, isOpen: true }
  }
  const rows = grouped(differences)
  const more = rows.length - MAX_ROWS
  return {
    title: `${counted(new Set(differences.map(it => `${it.arch} ${it.number}`)).size, 'call')} the two treat differently`,
    rows: [
      ...open,
      ...rows.slice(0, MAX_ROWS),
      ...(more > 0 ? [{ label: '', says: `${more} more are not shown.` }] : []),
    ],
    isOpen: true,
  }
}

/** Calls that differ in the same way whatever their arguments are stand in one row; one that does so with some stands alone. */
function grouped(differences: readonly CallDifference[]): readonly SectionRow[] {
  const rows: SectionRow[] = []
  const always = new Map<string, string[]>()
  for (const it of differences) {
    const name = it.syscall ?? 'unnamed numbers'
    const fate = `${fateOf(it.before)} here, ${fateOf(it.after)} there`
    if (it.shows === 'some') {
      const call = `${name}(${hex(it.args)})${it.means ? `, which is ${it.means}` : ''}`
      rows.push({ label: tableName(it.arch), says: `${call}: ${fate}` })
      continue
    }
    const key = `${tableName(it.arch)} ${fate}`
    const names = always.get(key)
    if (names) names.push(name)
    else always.set(key, [name])
  }
  const together = [...always].map(([key, names]): SectionRow => {
    const [label = '', ...fate] = key.split(' ')
    const more = names.length - MAX_NAMES
    const shown = names.slice(0, MAX_NAMES).join(', ')
    return { label, says: `${shown}${more > 0 ? ` and ${more} more` : ''}: ${fate.join(' ')}` }
  })
  return [...together, ...rows]
}

const fateOf = (verdict: SeccompVerdict) => outcomeWords(verdict)
const hex = (args: readonly bigint[]) => args.map(it => `0x${it.toString(16)}`).join(', ')

function tableName(arch: Arch): string {
  return Object.entries(seccompTables).find(([, it]) => it.table === arch)?.[0] ?? arch
}
