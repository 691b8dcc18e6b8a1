import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { curriculum, parseCurriculum } from './curriculum.ts'
import { lessons, readLesson, readLessons } from './lessons.ts'

const plan = parseCurriculum(
  'document: https://example.org\ndomains:\n  - { slug: hosts, title: Hosts, weight: 100, competencies: [{ slug: tools, title: Tools }] }\n',
)

const HEAD = {
  title: 'title: Sieves',
  summary: 'summary: What passes.',
  domain: 'domain: hosts',
  competency: 'competency: tools',
  minutes: 'minutes: 3',
  checked: 'checked: v1.35',
  sources: 'sources: [{ name: A, url: https://example.org/a }]',
  labs: 'labs: [cks/sieve]',
}

const lesson = (change: Partial<Record<keyof typeof HEAD, string>> = {}, body = 'Text.\n') =>
  `---\n${Object.values({ ...HEAD, ...change }).join('\n')}\n---\n\n${body}`

/** What is wrong with a lesson's text, as `code:line`. */
const WRONG: readonly (readonly [string, string, readonly string[]])[] = [
  ['a whole lesson', lesson(), []],
  ['Windows line ends and a byte order mark', `\uFEFF${lesson().replaceAll('\n', '\r\n')}`, []],
  ['no front matter', '# Sieves\n', ['no-front-matter:1']],
  ['front matter that never ends', '---\ntitle: Sieves\n', ['no-front-matter:1']],
  ['a key that is not known', lesson({ minutes: 'minutes: 3\nlevel: hard' }), ['unknown-key:7']],
  ['a value of another kind', lesson({ minutes: 'minutes: three' }), ['front-matter:6']],
  ['a version that is none', lesson({ checked: 'checked: latest' }), ['front-matter:7']],
  ['a link that is not https', lesson({ sources: 'sources: [{ name: A, url: http://a.org }]' }), ['front-matter:8']],
  ['a link that runs', lesson({ sources: 'sources: [{ name: A, url: "javascript:x" }]' }), ['front-matter:8']],
  ['a lab that is no id', lesson({ labs: 'labs: [sieve]' }), ['front-matter:9']],
  ['another domain than its folder', lesson({ domain: 'domain: ships' }), ['unknown-domain:1', 'wrong-folder:1']],
  ['a competency of no domain', lesson({ competency: 'competency: sails' }), ['unknown-competency:1']],
  ['no text', lesson({}, '\n'), ['empty:13']],
]

describe('reading a lesson', () => {
  test.each(WRONG)('%s', (_, text, expected) => {
    const { findings } = readLesson({ file: 'hosts/sieves.md', folder: 'hosts', text }, plan)
    expect(findings.map(it => `${it.code}:${it.line}`)).toEqual(expected)
    expect(findings.every(it => it.file === 'hosts/sieves.md' && it.message.endsWith('.'))).toBe(true)
  })

  test('gives what the file says, and its slug', () => {
    const read = readLesson({ file: 'hosts/sieves.md', folder: 'hosts', text: lesson() }, plan).lesson
    expect(read).toMatchObject({ slug: 'sieves', title: 'Sieves', minutes: 3, labs: ['cks/sieve'], body: 'Text.\n' })
  })

  test('reports broken YAML on the line of the file', async () => {
    const { findings } = readLesson(
      { file: 'hosts/a.md', folder: 'hosts', text: lesson({ minutes: 'minutes: [3' }) },
      plan,
    )
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.every(it => (it.line ?? 0) > 1)).toBe(true)
  })
})

describe('the lessons in content/', () => {
  test('have nothing wrong with them', async () => {
    const { findings } = await readLessons(join(process.cwd(), 'content/lessons'), await curriculum())
    expect(findings).toEqual([])
  })

  test('come with their examples', async () => {
    const seccomp = (await lessons()).find(it => it.slug === 'seccomp')
    expect(seccomp?.title).toBe('Seccomp: fewer ways into the kernel')
    expect(Object.keys(seccomp?.examples ?? {})).toContain('examples/web.json')
  })
})
