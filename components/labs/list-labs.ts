import { DIFFICULTIES, type LabFilters, LENGTHS, lengthOf, passes, STATES } from './filters.ts'
import type { LabRow, ListedDomain } from './lab-row.ts'

export interface Choice<T extends string> {
  readonly id: T
  readonly title: string
  /** How many labs it would show, the other filters standing. */
  readonly count: number
}

export interface LabGroup {
  /** Absent where the list is not grouped. */
  readonly domain?: ListedDomain
  readonly rows: readonly LabRow[]
}

/** The page of labs as data: what is shown, in groups, and what every other choice would show. */
export interface LabList {
  readonly groups: readonly LabGroup[]
  readonly count: number
  readonly minutes: number
  readonly states: readonly Choice<LabRow['state']>[]
  readonly allStates: number
  /** Only domains that have labs. */
  readonly domains: readonly (ListedDomain & { readonly count: number })[]
  readonly allDomains: number
  readonly difficulties: readonly Choice<LabRow['lab']['difficulty']>[]
  readonly lengths: readonly Choice<'short' | 'long'>[]
}

export function listLabs(rows: readonly LabRow[], domains: readonly ListedDomain[], filters: LabFilters): LabList {
  const titleOf = new Map(domains.map(it => [it.slug, it.title]))
  const shownWithout = (except?: Parameters<typeof passes>[3]) =>
    rows.filter(row => passes(row, filters, titleOf.get(row.lab.domain) ?? '', except))

  const shown = shownWithout()
  const byState = shownWithout('state')
  const byDomain = shownWithout('domain')
  const byDifficulty = shownWithout('difficulty')
  const byLength = shownWithout('length')

  return {
    groups: filters.sort === 'domain' ? grouped(shown, domains) : shortestFirst(shown),
    count: shown.length,
    minutes: shown.reduce((sum, { lab }) => sum + lab.minutes, 0),
    // Nobody needs to be offered "Solution opened" before it happened.
    states: STATES.filter(it => it.id !== 'given-up' || rows.some(row => row.state === it.id)).map(it => ({
      ...it,
      count: byState.filter(row => row.state === it.id).length,
    })),
    allStates: byState.length,
    domains: domains
      .filter(it => rows.some(({ lab }) => lab.domain === it.slug))
      .map(it => ({ ...it, count: byDomain.filter(({ lab }) => lab.domain === it.slug).length })),
    allDomains: byDomain.length,
    difficulties: DIFFICULTIES.map(it => ({
      ...it,
      count: byDifficulty.filter(({ lab }) => lab.difficulty === it.id).length,
    })),
    lengths: LENGTHS.map(it => ({ ...it, count: byLength.filter(row => lengthOf(row.lab.minutes) === it.id).length })),
  }
}

function grouped(rows: readonly LabRow[], domains: readonly ListedDomain[]): readonly LabGroup[] {
  const known = domains.map(domain => ({ domain, rows: rows.filter(({ lab }) => lab.domain === domain.slug) }))
  const other = rows.filter(({ lab }) => !domains.some(it => it.slug === lab.domain))
  return [...known, { rows: other }].filter(group => group.rows.length > 0)
}

function shortestFirst(rows: readonly LabRow[]): readonly LabGroup[] {
  return rows.length > 0 ? [{ rows: rows.toSorted((a, b) => a.lab.minutes - b.lab.minutes) }] : []
}
