import { describe, expect, test } from 'vitest'
import { readFilters, type SearchParams } from './filters.ts'
import type { LabRow, ListedDomain } from './lab-row.ts'
import { listLabs } from './list-labs.ts'

const domains: readonly ListedDomain[] = [
  { slug: 'system-hardening', number: 3, title: 'System Hardening', weight: 10 },
  { slug: 'supply-chain', number: 5, title: 'Supply Chain Security', weight: 20 },
  { slug: 'monitoring', number: 6, title: 'Monitoring, Logging and Runtime Security', weight: 20 },
]

function row(id: string, domain: string, more: Partial<LabRow['lab']>, state: LabRow['state'] = 'not-started'): LabRow {
  const lab = {
    id,
    title: id,
    summary: '',
    domain,
    competency: 'audit-logs',
    difficulty: 'direct',
    minutes: 7,
    points: 10,
  } as const
  return { lab: { ...lab, ...more }, state, hints: 0 }
}

const rows = [
  row('watch', 'monitoring', { title: 'Watch the Secrets', minutes: 9, difficulty: 'careful' }, 'open'),
  row('profile', 'system-hardening', {
    summary: 'A seccomp profile',
    minutes: 8,
    difficulty: 'hard',
    competency: 'kernel-hardening-tools',
  }),
  row('calls', 'system-hardening', { title: 'Find the call' }, 'solved'),
]

/** Address → ids as shown, groups divided by a bar. */
const lists: readonly { params: SearchParams; shown: string; minutes: number }[] = [
  { params: {}, shown: 'profile calls | watch', minutes: 24 },
  { params: { sort: 'shortest' }, shown: 'calls profile watch', minutes: 24 },
  { params: { state: 'solved' }, shown: 'calls', minutes: 7 },
  { params: { domain: 'monitoring' }, shown: 'watch', minutes: 9 },
  { params: { length: 'short' }, shown: 'calls', minutes: 7 },
  { params: { difficulty: ['hard', 'careful'] }, shown: 'profile | watch', minutes: 17 },
  { params: { q: 'SECCOMP' }, shown: 'profile', minutes: 8 },
  { params: { q: 'kernel profile' }, shown: 'profile', minutes: 8 },
  { params: { q: 'logging' }, shown: 'watch', minutes: 9 },
  { params: { q: 'etcd', state: 'open' }, shown: '', minutes: 0 },
]

const listed = (params: SearchParams) =>
  listLabs(
    rows,
    domains,
    readFilters(
      params,
      domains.map(it => it.slug),
    ),
  )

describe('the list of labs', () => {
  test.each(lists)('$params', ({ params, shown, minutes }) => {
    const list = listed(params)
    expect(list.groups.map(group => group.rows.map(it => it.lab.id).join(' ')).join(' | ')).toBe(shown)
    expect(list.minutes).toBe(minutes)
    expect(list.count).toBe(shown.replace(' |', '').split(' ').filter(Boolean).length)
  })

  test('a choice says how many labs it would show, the other filters standing', () => {
    const list = listed({ domain: 'system-hardening', state: 'solved' })
    expect(list.states.map(it => `${it.title} ${it.count}`)).toEqual(['Not started 1', 'In progress 0', 'Solved 1'])
    expect(list.allStates).toBe(2)
    expect(list.domains.map(it => `${it.title} ${it.count}`)).toEqual([
      'System Hardening 1',
      'Monitoring, Logging and Runtime Security 0',
    ])
    expect(list.allDomains).toBe(1)
    expect(list.difficulties.map(it => it.count)).toEqual([1, 0, 0])
    expect(list.lengths.map(it => it.count)).toEqual([1, 0])
  })

  test('an opened solution is a choice once there is one', () => {
    const list = listLabs([...rows, row('seen', 'monitoring', {}, 'given-up')], domains, readFilters({}, []))
    expect(list.states.at(-1)).toEqual({ id: 'given-up', title: 'Solution opened', count: 1 })
  })

  test('labs of a domain that is not in the curriculum stand last', () => {
    const list = listLabs([row('other', 'elsewhere', {}), ...rows], domains, readFilters({}, []))
    expect(list.groups.at(-1)?.rows.map(it => it.lab.id)).toEqual(['other'])
    expect(list.groups.at(-1)?.domain).toBeUndefined()
  })
})
