import { type CallDifference, compareProfiles } from '#engine/validation/seccomp/difference.ts'
import { escapeCalls } from '#engine/validation/seccomp/escape-calls.ts'
import { outcomeWords } from '../../../lesson/decide-call.ts'
import type { Section, SectionRow } from '../../playground.ts'
import { counted } from '../place.ts'
import type { ReadAs } from './read-as.ts'
import { hex, tableName } from './words.ts'

/** Rows of one list, and names in one row: nobody reads more. */
const MAX_ROWS = 60
const MAX_NAMES = 20

/** What two profiles make different of each other: `there` is the second one, or why it cannot be read. */
export function differenceSection(here: ReadAs, there: ReadAs | string): Section {
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

/**
 * A table that only one of the two knows is one row. Calls that differ in the same way whatever their arguments are share one,
 * those first that matter for an escape; one that differs with some arguments stands alone.
 */
function grouped(differences: readonly CallDifference[]): readonly SectionRow[] {
  const rows: SectionRow[] = []
  const tables = new Map<string, SectionRow>()
  const always = new Map<string, { readonly label: string; readonly fate: string; readonly names: string[] }>()
  for (const it of differences) {
    const label = tableName(it.arch)
    const side = it.before.by.kind === 'bad-arch' ? 'here' : it.after.by.kind === 'bad-arch' ? 'there' : undefined
    if (side !== undefined) {
      tables.set(label, {
        label,
        says: `every call kills the thread ${side}: that profile does not name the architecture`,
      })
      continue
    }
    const name = it.syscall ?? 'what has no name'
    const fate = `${outcomeWords(it.before)} here, ${outcomeWords(it.after)} there`
    if (it.shows === 'some') {
      const call = `${name}(${hex(it.args)})${it.means ? `, which is ${it.means}` : ''}`
      rows.push({ label, says: `${call}: ${fate}` })
      continue
    }
    const group = always.get(`${label} ${fate}`) ?? { label, fate, names: [] }
    group.names.push(name)
    always.set(`${label} ${fate}`, group)
  }
  const together = [...always.values()].map(({ label, fate, names }): SectionRow => {
    const sorted = names.toSorted((a, b) => rankOf(a) - rankOf(b))
    const more = names.length - MAX_NAMES
    return { label, says: `${sorted.slice(0, MAX_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}: ${fate}` }
  })
  return [...together, ...rows, ...tables.values()]
}

const ranks: ReadonlyMap<string, number> = new Map(escapeCalls.map(({ syscall }, at) => [syscall, at]))
const rankOf = (name: string) => ranks.get(name) ?? ranks.size
