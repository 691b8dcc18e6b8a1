import { expect, test } from 'vitest'
import { playgroundPages as playgrounds } from '../playground/kinds.ts'
import type { Command, PageIndex } from './entry.ts'
import { pageIndex } from './page-index.ts'
import { groupsOf } from './rows.ts'

const lab = (slug: string, title: string) => ({
  id: `cks/${slug}`,
  title,
  summary: 'What it is about.',
  domain: 'monitoring',
  competency: 'audit-logs',
  difficulty: 'direct' as const,
  minutes: 9,
  points: 10,
})

const index: PageIndex = pageIndex({
  labs: [
    lab('a', 'Audit the Secrets'),
    lab('b', 'Mend a profile'),
    lab('c', 'C'),
    lab('d', 'D'),
    lab('e', 'Easy audit'),
  ],
  lessons: [{ slug: 'audit-logging', title: 'Audit logging', summary: '', domain: 'elsewhere', minutes: 20 }],
  exams: [{ id: 'short', title: 'Half an hour', summary: 'Four tasks on Falco.', minutes: 30 }],
  references: [{ slug: 'audit-policy', title: 'Audit policy', purpose: 'Levels and stages.' }],
  findings: [
    { code: 'rule-never-decides', title: 'A rule never decides', kind: 'audit-policy' },
    { code: 'unknown-action', title: 'An action that nobody knows', kind: 'seccomp' },
  ],
  domains: [{ slug: 'monitoring', number: 6 }],
})

const command = (id: string, title: string, off?: string): Command => ({ id, title, icon: 'tick', off, act() {} })
const commands = [command('check', 'Check my work'), command('undo', 'Undo a step', 'There is no step to undo')]

const drawn = (query: string) =>
  groupsOf(query, index, commands).map(it => ({
    [it.title]: it.rows.map(row => row.title.map(piece => piece.text).join('')),
  }))

test('before anything is typed: some labs, lessons, all commands, kinds of findings, and no search', () => {
  expect(drawn('')).toEqual([
    { 'Labs, 4 of 5': ['Audit the Secrets', 'Mend a profile', 'C', 'D'] },
    { Lessons: ['Audit logging'] },
    { 'Exams, 1 of 2': ['Mock exams'] },
    { 'Documents, 1 of 2': ['Allowed documents'] },
    { Commands: ['Check my work', 'Undo a step'] },
    { Findings: ['Audit policy: all findings', 'Seccomp profile: all findings'] },
    { [`Playground, 1 of ${playgrounds.length}`]: ['Audit policy playground'] },
    { Studio: ['Studio'] },
  ])
})

test('typing filters, the best first, and offers the search of all texts', () => {
  expect(drawn(' audit')).toEqual([
    { Labs: ['Audit the Secrets', 'Easy audit'] },
    { Lessons: ['Audit logging'] },
    { Documents: ['Audit policy'] },
    { Findings: ['Audit policy: all findings', 'A rule never decides'] },
    { Playground: ['Audit policy playground'] },
    { Search: ['Search all texts for “audit”'] },
  ])
})

test('notes say domain and minutes, the kind of file, or why a command cannot be done', () => {
  const rows = (query: string) => groupsOf(query, index, commands).flatMap(it => it.rows)
  expect(rows('mend')[0]).toMatchObject({ note: 'D6, 9 min', leads: { to: '/labs/cks/b' } })
  expect(rows('logging')[0]?.note).toBe('20 min')
  expect(rows('nobody')[0]).toMatchObject({ note: 'Seccomp profile', leads: { to: '/findings/unknown-action' } })
  expect(rows('exam falco')[0]).toMatchObject({ note: '30 min', leads: { to: '/exam/start/short' } })
  expect(rows('upload')[0]).toMatchObject({ note: 'for instructors', leads: { to: '/studio' } })
  expect(rows('undo')[0]).toMatchObject({ note: 'There is no step to undo', off: true })
  expect(rows('a&b').at(-1)).toMatchObject({ leads: { to: '/search?q=a%26b' } })
})

test('without an index there are commands alone, and no search', () => {
  expect(groupsOf('', null, commands).map(it => it.title)).toEqual(['Commands'])
  expect(groupsOf('no such thing', null, commands)).toEqual([])
})
