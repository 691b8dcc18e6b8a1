import type { Difficulty } from '#engine/grade/lab.ts'
import type { LabRow } from './lab-row.ts'

export const DIFFICULTIES = [
  { id: 'direct', title: 'Direct' },
  { id: 'careful', title: 'Needs care' },
  { id: 'hard', title: 'Hard' },
] as const satisfies readonly { id: Difficulty; title: string }[]

/** Minutes up to which a lab counts as short. */
const SHORT = 7
export const LENGTHS = [
  { id: 'short', title: `To ${SHORT} minutes` },
  { id: 'long', title: 'Longer' },
] as const
export type Length = (typeof LENGTHS)[number]['id']

export const STATES = [
  { id: 'not-started', title: 'Not started' },
  { id: 'open', title: 'In progress' },
  { id: 'solved', title: 'Solved' },
  { id: 'given-up', title: 'Solution opened' },
] as const satisfies readonly { id: LabRow['state']; title: string }[]

export const SORTS = [
  { id: 'domain', title: 'By domain' },
  { id: 'shortest', title: 'Shortest first' },
] as const
export type Sort = (typeof SORTS)[number]['id']

/** What the address asks for. An empty list of difficulties or lengths means all of them. */
export interface LabFilters {
  readonly q: string
  readonly state?: LabRow['state']
  readonly domain?: string
  readonly difficulty: readonly Difficulty[]
  readonly length: readonly Length[]
  readonly sort: Sort
}

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>

const listOf = (value: SearchParams[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** The named ones, in our order; all of them is the same as none. */
function chosen<T extends string>(known: readonly { readonly id: T }[], value: SearchParams[string]): readonly T[] {
  const asked = listOf(value)
  const ids = known.map(it => it.id).filter(id => asked.includes(id))
  return ids.length === known.length ? [] : ids
}

/** Reads the address. What is not known there is passed over: an old link still shows something. */
export function readFilters(params: SearchParams, domains: readonly string[]): LabFilters {
  const [state] = listOf(params.state)
  const [domain] = listOf(params.domain)
  const known = STATES.find(it => it.id === state)
  return {
    q: (listOf(params.q)[0] ?? '').trim().slice(0, 100),
    ...(known && { state: known.id }),
    ...(domain !== undefined && domains.includes(domain) && { domain }),
    difficulty: chosen(DIFFICULTIES, params.difficulty),
    length: chosen(LENGTHS, params.length),
    sort: SORTS.find(it => it.id === listOf(params.sort)[0])?.id ?? 'domain',
  }
}

/** The address of the list under these filters. */
export function labsHref(filters: LabFilters): string {
  const params = new URLSearchParams()
  if (filters.q) params.set('q', filters.q)
  if (filters.state) params.set('state', filters.state)
  if (filters.domain) params.set('domain', filters.domain)
  for (const it of filters.difficulty) params.append('difficulty', it)
  for (const it of filters.length) params.append('length', it)
  if (filters.sort !== 'domain') params.set('sort', filters.sort)
  return params.size > 0 ? `/labs?${params}` : '/labs'
}

export const lengthOf = (minutes: number): Length => (minutes <= SHORT ? 'short' : 'long')

type Dimension = 'state' | 'domain' | 'difficulty' | 'length'

/** Does a lab pass the filters? `except` leaves one of them out: for counting what its other choices would show. */
export function passes({ lab, state }: LabRow, filters: LabFilters, domainTitle: string, except?: Dimension): boolean {
  const text = `${lab.title} ${lab.summary} ${lab.competency.replaceAll('-', ' ')} ${domainTitle}`.toLowerCase()
  const has = (dimension: Dimension, ok: boolean) => dimension === except || ok
  return (
    filters.q
      .toLowerCase()
      .split(/\s+/)
      .every(word => text.includes(word)) &&
    has('state', !filters.state || filters.state === state) &&
    has('domain', !filters.domain || filters.domain === lab.domain) &&
    has('difficulty', filters.difficulty.length === 0 || filters.difficulty.includes(lab.difficulty)) &&
    has('length', filters.length.length === 0 || filters.length.includes(lengthOf(lab.minutes)))
  )
}

/** The filters in words, as "etcd, hard": what stands in the way when nothing is found. */
export function filtersInWords(filters: LabFilters, domainTitle: string | undefined): string {
  const titles = <T extends string>(known: readonly { readonly id: T; readonly title: string }[], ids: readonly T[]) =>
    known.filter(it => ids.includes(it.id)).map(it => it.title.toLowerCase())
  return [
    filters.q,
    ...titles(STATES, filters.state ? [filters.state] : []),
    domainTitle ?? '',
    ...titles(DIFFICULTIES, filters.difficulty),
    ...titles(LENGTHS, filters.length),
  ]
    .filter(it => it !== '')
    .join(', ')
}
