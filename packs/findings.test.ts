import { describe, expect, test } from 'vitest'
import { findingPages, readFindingPage } from './findings.ts'

const HEAD = 'title: A rule never decides\nkind: audit-policy\nseverity: warning\n'
const BODY = 'It is never asked.\n\n## Example\n\n```bash\n## no heading\n```\n\n## Remedy\n\nMove it up.\n'

const page = (head: string, body: string) => readFindingPage('rule-never-decides.md', `---\n${head}---\n\n${body}`)

/** Front matter, text, and what is said of them. */
const FAULTS: readonly (readonly [string, string, string, string])[] = [
  ['no title', 'kind: seccomp\nseverity: error\n', BODY, 'front-matter'],
  ['a kind that there is not', HEAD.replace('audit-policy', 'audit'), BODY, 'front-matter'],
  ['a severity that there is not', HEAD.replace('warning', 'fatal'), BODY, 'front-matter'],
  ['a key that nobody knows', `${HEAD}code: x\n`, BODY, 'unknown-key'],
  ['a source without https', `${HEAD}source: { name: A, url: "http://example.org" }\n`, BODY, 'front-matter'],
  ['no remedy', HEAD, 'It is never asked.\n\n## Example\n\nText.\n', 'sections'],
  ['a section of its own', HEAD, `${BODY}\n## More\n\nText.\n`, 'sections'],
  ['a title in the text', HEAD, `# Title\n\n${BODY}`, 'sections'],
  ['no words before the example', HEAD, BODY.replace('It is never asked.\n\n', ''), 'sections'],
]

describe('a page about a finding', () => {
  test('is read', () => {
    expect(page(HEAD, BODY)).toMatchObject({
      page: { code: 'rule-never-decides', title: 'A rule never decides', kind: 'audit-policy', severity: 'warning' },
      findings: [],
    })
  })

  test.each(FAULTS)('%s', (_, head, body, code) => {
    const read = page(head, body)
    expect(read.page).toBeUndefined()
    expect(read.findings.map(it => it.code)).toEqual([code])
  })

  test('stands with those of its kind', async () => {
    const kinds = (await findingPages()).map(it => it.kind)
    expect(kinds.filter((kind, at) => kind !== kinds[at - 1])).toEqual([...new Set(kinds)])
  })
})
