import { describe, expect, test } from 'vitest'
import { documents } from './documents.ts'
import { lessons } from './lessons.ts'
import { builtInLabs } from './library.ts'
import { excerptOf, type SearchDocument, searchOver, siteSearch } from './search.ts'

const some: readonly SearchDocument[] = [
  {
    kind: 'lesson',
    href: '/lessons/seccomp',
    title: 'seccomp',
    summary: 'Which system calls a container may make.',
    domain: 'system-hardening',
    text: 'A profile has a default action. SCMP_ACT_ERRNO refuses the call and the process goes on.',
  },
  {
    kind: 'lab',
    href: '/labs/cks/profile-for-nginx',
    title: 'A profile that lets nginx start',
    summary: 'Build a seccomp profile from what the process calls.',
    domain: 'system-hardening',
    text: 'On node01 the Pod web does not start.',
  },
  {
    kind: 'lab',
    href: '/labs/cks/audit-the-secrets',
    title: 'Audit the Secrets, not their values',
    summary: 'Write an audit policy whose order is right.',
    domain: 'monitoring',
    text: 'Requests for Secrets in prod are logged at Metadata.',
  },
]

const finding: SearchDocument = {
  kind: 'finding',
  href: '/findings/seccomp-off',
  title: 'Seccomp is switched off',
  summary: 'seccomp-off',
  text: 'A seccomp profile, and another seccomp profile.',
}

const search = searchOver([finding, ...some])

const queries: readonly { query: string; found: readonly string[] }[] = [
  { query: 'seccomp', found: ['/lessons/seccomp', '/labs/cks/profile-for-nginx', '/findings/seccomp-off'] },
  { query: 'SECC', found: ['/lessons/seccomp', '/labs/cks/profile-for-nginx', '/findings/seccomp-off'] },
  { query: 'seccmp', found: ['/lessons/seccomp', '/labs/cks/profile-for-nginx', '/findings/seccomp-off'] },
  { query: 'seccomp-off', found: ['/findings/seccomp-off'] },
  { query: 'scmp_act_errno', found: ['/lessons/seccomp'] },
  { query: 'profile nginx', found: ['/labs/cks/profile-for-nginx'] },
  { query: 'secrets metadata', found: ['/labs/cks/audit-the-secrets'] },
  { query: 'secrets etcd', found: [] },
  { query: '', found: [] },
  { query: ' \u0000 … ', found: [] },
  { query: '__proto__', found: [] },
  { query: 'constructor', found: [] },
  { query: 'x'.repeat(100_000), found: [] },
]

describe('search over lessons and labs', () => {
  test.each(queries.map(it => ({ ...it, name: it.query.slice(0, 20) })))('"$name"', ({ query, found }) => {
    expect(search(query).map(it => it.href)).toEqual(found)
  })

  test('an excerpt shows where it stands', () => {
    expect(search('errno')[0]?.excerpt).toEqual([
      { text: 'A profile has a default action. SCMP_ACT_', hit: false },
      { text: 'ERRNO', hit: true },
      { text: ' refuses the call and the process goes on.', hit: false },
    ])
  })

  test('an excerpt of a long text is cut at words', () => {
    const text = `${'before '.repeat(40)}the needle ${'after '.repeat(40)}`.trim()
    const [before, hit, after] = excerptOf(text, ['needle'])
    expect(before?.text).toMatch(/^… (before )+the $/)
    expect(hit).toEqual({ text: 'needle', hit: true })
    expect(after?.text).toMatch(/^( after)+ …$/)
  })

  test('a term inside a word is not where it stands', () => {
    expect(excerptOf('unprofiled profile', ['profile'])[0]?.text).toBe('unprofiled ')
    expect(excerptOf('unprofiled', ['profile'])).toEqual([])
  })
})

test('every lesson, every lab and every quick reference is found by its title', async () => {
  const library = await builtInLabs()
  const [search, texts, { quickReferences }] = await Promise.all([siteSearch(library), lessons(), documents()])
  const pages = [
    ...texts.map(it => ({ title: it.title, href: `/lessons/${it.slug}` })),
    ...library.cards.map(it => ({ title: it.title, href: `/labs/${it.id}` })),
    ...quickReferences.map(it => ({ title: it.title, href: `/documents/${it.slug}` })),
  ]
  expect(pages.length).toBeGreaterThan(0)
  for (const { title, href } of pages) expect(search(title)[0]?.href).toBe(href)
})
