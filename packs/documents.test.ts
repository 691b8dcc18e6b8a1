import { expect, test } from 'vitest'
import { createWorld, textOf } from '#engine/cluster/world.ts'
import { openTerminal } from '#engine/shell/open-terminal.ts'
import { kindOf } from '#engine/validation/kinds.ts'
import { baseWorld } from '#engine/worlds/base-worlds.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'
import { curriculum } from './curriculum.ts'
import { documents, parseAllowedDocuments, readQuickReference } from './documents.ts'
import { builtInLabs } from './library.ts'

const plan = await curriculum()
const { documents: links, sites, list, quickReferences: pages, findings } = await documents()
const { cards } = await builtInLabs()
const competencies = plan.domains.flatMap(domain => domain.competencies.map(it => it.slug))

test('every quick reference can be read', () => {
  expect(findings).toEqual([])
  expect(pages.length).toBeGreaterThanOrEqual(8)
})

test('every document lies on a site that is allowed, and its source begins with the site’s name', () => {
  for (const { url, source } of links) {
    const site = sites.find(it => url.startsWith(it.url))
    expect(site && source.startsWith(site.name), `${url}: ${source}`).toBe(true)
  }
  expect(sites.filter(site => !links.some(it => it.url.startsWith(site.url)))).toEqual([])
  expect(links.map(it => it.url).filter((url, at, all) => all.indexOf(url) !== at)).toEqual([])
})

test('every address is https', () => {
  const all = [list, ...sites, ...links, ...pages.flatMap(it => it.sources)].map(it => it.url)
  expect(all.filter(it => new URL(it).protocol !== 'https:')).toEqual([])
})

test.each(competencies)('a document is named for %s', slug => {
  expect(links.some(it => it.topics.includes(slug))).toBe(true)
})

test('a document names competencies only', () => {
  expect(links.flatMap(it => it.topics).filter(it => !competencies.includes(it))).toEqual([])
})

test.each(cards)('a quick reference covers what $id is about', ({ competency }) => {
  expect(pages.some(it => it.topics.includes(competency))).toBe(true)
})

test.each(pages)('$slug is short', ({ body }) => {
  expect(body.split('\n').length).toBeLessThanOrEqual(120)
})

test.each(pages)('$slug links to quick references that are there, and to nothing else of ours', ({ body }) => {
  const inside = Array.from(body.matchAll(/\]\((\/[^)]*)\)/g), it => it[1])
  expect(inside.filter(it => !pages.some(page => it === `/documents/${page.slug}`))).toEqual([])
})

interface Fence {
  readonly page: string
  readonly language: string
  readonly host: string | undefined
  readonly file: string
  readonly text: string
}

const fences: readonly Fence[] = pages.flatMap(({ slug, body }) =>
  Array.from(body.matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm), ([, language = '', meta = '', text = '']) => ({
    page: slug,
    language,
    host: /host=(\S+)/.exec(meta)?.[1],
    file: /file=(\S+)/.exec(meta)?.[1] ?? '',
    text,
  })),
)
const written = fences.filter(it => ['yaml', 'json', 'toml'].includes(it.language))
const base = baseWorld('two-node') ?? new Map()

test.each(written)('an example of $page has no finding: $file $text', async ({ language, file, host, text }) => {
  const kind = kindOf(text, file)
  if (!kind) {
    // What the engine does not know must still be YAML, which JSON is too.
    expect(language).not.toBe('toml')
    expect(readYaml(text).findings.map(it => it.message)).toEqual([])
    return
  }
  const { read } = await kind.load()
  const machine = createWorld(base, 0).hosts.get(host ?? '')
  const earlier = (kind.before?.(file) ?? []).flatMap(path => {
    const found = machine && textOf(machine, path)
    return found && 'text' in found ? { path, text: found.text } : []
  })
  expect(read(text, file, earlier).map(it => `${it.code}: ${it.message}`)).toEqual([])
})

const typed = fences.filter(it => it.language === 'bash' && it.host !== undefined)

test.each(pages.filter(it => typed.some(fence => fence.page === it.slug)))(
  'what $slug types on a host works there',
  async ({ slug }) => {
    const world = createWorld(base, Date.UTC(2026, 10, 22))
    for (const { host, text } of typed.filter(it => it.page === slug)) {
      const terminal = openTerminal({ world, seed: 1 })
      const said: string[] = []
      const io = {
        out: (more: string) => said.push(more),
        signal: new AbortController().signal,
        sleep: () => Promise.resolve(),
      }
      if (host !== 'base') await terminal.run(`ssh ${host}`, io)
      for (const line of linesOf(text)) {
        said.length = 0
        const ended = await terminal.run(line, io)
        expect({ line, ...ended, said: said.join('') }).toMatchObject({ how: 'finished', exitCode: 0 })
      }
    }
  },
)

/** Lines as they are sent: a here-document in one piece. */
function linesOf(text: string): readonly string[] {
  return text.match(/^.*<<'?(\w+)'?.*\n[\s\S]*?^\1$|^.+$/gm) ?? []
}

test.each([
  ['a key that nobody knows', `${head({})}\nx: 1`],
  ['a purpose of two sentences', head({ purpose: 'One. Two.' })],
  ['a topic that nobody knows', head({ topics: '[dinner]' })],
  ['a source that is not https', head({ url: 'http://example.com' })],
])('%s is told', (_, front) => {
  const { page, findings } = readQuickReference('x.md', `---\n${front}\n---\n\nText\n`, plan)
  expect(page).toBeUndefined()
  expect(findings.length).toBeGreaterThan(0)
})

test('a good one is read', () => {
  const read = readQuickReference('x.md', `---\n${head({})}\n---\n\nText\n`, plan)
  expect(read).toMatchObject({ page: { slug: 'x', body: 'Text\n' }, findings: [] })
})

function head({ purpose = 'What for.', topics = '[exam]', url = 'https://example.com' }) {
  return `title: A\npurpose: ${purpose}\ntopics: ${topics}\nchecked: v1.35\nsources: [{ name: A, url: "${url}" }]`
}

const listed = 'list: { url: "https://a.b", asOf: "2026-06" }'
test.each([
  ['an unknown key', `${listed}\nsites: [{ name: A, url: "https://a.b/" }]\ndocuments: []\nmore: 1`],
  ['no site', `${listed}\nsites: []\ndocuments: []`],
  ['a month that is none', 'list: { url: "https://a.b", asOf: June }\nsites: [{ name: A, url: "https://a.b/" }]'],
])('a list with %s is refused', (_, text) => expect(() => parseAllowedDocuments(text)).toThrow())
