import MiniSearch from 'minisearch'
import { documents } from './documents.ts'
import { findingPages } from './findings.ts'
import { lessons } from './lessons.ts'
import type { Library } from './library.ts'
import { plainText } from './plain-text.ts'

/** Something that can be found: a lesson, a quick reference, a finding, or a lab by what a learner may read of it. */
export interface SearchDocument {
  readonly kind: 'lesson' | 'lab' | 'reference' | 'finding'
  /** The page's address. */
  readonly href: string
  readonly title: string
  readonly summary: string
  /** The slug of the exam domain; findings and quick references belong to none. */
  readonly domain?: string
  /** Plain text, without Markdown. */
  readonly text: string
}

/** A piece of an excerpt; `hit` pieces are what was looked for. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

export interface Hit extends Omit<SearchDocument, 'text'> {
  /** The words around the first place where it was found; empty when only title or summary hold it. */
  readonly excerpt: readonly Piece[]
}

/** Best first, at most 30. A query without a word finds nothing. */
export type Search = (query: string) => readonly Hit[]

const MOST = 30
const LONGEST_QUERY = 200
/** There are many findings, and who looks for a subject wants its lesson and its labs first, then what is short. */
const BEHIND: readonly (readonly [string, number])[] = [
  ['/findings/', 0.1],
  ['/documents/', 0.8],
]

/** Indexes documents once. Every word must occur; a word may be begun only, or have a letter wrong. */
export function searchOver(documents: readonly SearchDocument[]): Search {
  const index = new MiniSearch<SearchDocument>({
    idField: 'href',
    fields: ['title', 'summary', 'text'],
    searchOptions: {
      boost: { title: 10, summary: 3 },
      prefix: true,
      fuzzy: term => (term.length > 4 ? 1 : false),
      combineWith: 'AND',
      boostDocument: href => BEHIND.find(([folder]) => String(href).startsWith(folder))?.[1] ?? 1,
    },
  })
  index.addAll(documents)
  const byHref = new Map(documents.map(it => [it.href, it]))
  return query =>
    index
      .search(query.slice(0, LONGEST_QUERY))
      .slice(0, MOST)
      .flatMap(({ id, terms }) => {
        const document = byHref.get(id)
        if (!document) return []
        const { text, ...shown } = document
        return [{ ...shown, excerpt: excerptOf(text, terms) }]
      })
}

const AROUND = 80

/** The first place in a text where one of the terms begins a word, with some words on either side. */
export function excerptOf(text: string, terms: readonly string[]): readonly Piece[] {
  const lower = text.toLowerCase()
  let start = -1
  let term = ''
  for (const it of terms) {
    const at = wordAt(lower, it)
    if (at >= 0 && (start < 0 || at < start)) [start, term] = [at, it]
  }
  if (start < 0) return []
  const end = start + term.length
  const from = start <= AROUND ? 0 : text.indexOf(' ', start - AROUND) + 1
  const cut = text.lastIndexOf(' ', end + AROUND)
  const to = end + AROUND >= text.length || cut <= end ? Math.min(text.length, end + AROUND) : cut
  return [
    { text: `${from > 0 ? '… ' : ''}${text.slice(Math.min(from, start), start)}`, hit: false },
    { text: text.slice(start, end), hit: true },
    { text: `${text.slice(end, to)}${to < text.length ? ' …' : ''}`, hit: false },
  ].filter(it => it.text !== '')
}

/** Where a term stands at the beginning of a word, or -1. */
function wordAt(text: string, term: string): number {
  let at = text.indexOf(term)
  while (at > 0 && /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) at = text.indexOf(term, at + 1)
  return at
}

async function readDocuments({ cards, find }: Library): Promise<readonly SearchDocument[]> {
  const [texts, { quickReferences }, findings] = await Promise.all([lessons(), documents(), findingPages()])
  const fromLessons = texts.map(
    ({ slug, title, summary, domain, body }): SearchDocument => ({
      kind: 'lesson',
      href: `/lessons/${slug}`,
      title,
      summary,
      domain,
      text: plainText(body),
    }),
  )
  const fromLabs = cards.map(
    ({ id, title, summary, domain }): SearchDocument => ({
      kind: 'lab',
      href: `/labs/${id}`,
      title,
      summary,
      domain,
      text: plainText(find(id)?.variant(0).task ?? ''),
    }),
  )
  const fromReferences = quickReferences.map(
    ({ slug, title, purpose, body }): SearchDocument => ({
      kind: 'reference',
      href: `/documents/${slug}`,
      title,
      summary: purpose,
      text: plainText(body),
    }),
  )
  const fromFindings = findings.map(
    ({ code, title, body }): SearchDocument => ({
      kind: 'finding',
      href: `/findings/${code}`,
      title,
      summary: code,
      text: plainText(body),
    }),
  )
  return [...fromLessons, ...fromLabs, ...fromReferences, ...fromFindings]
}

const kept = new WeakMap<Library, Promise<Search>>()

/** The search over lessons, findings and the labs of a library. In production it is indexed once for each library. */
export function siteSearch(library: Library): Promise<Search> {
  const search = kept.get(library) ?? readDocuments(library).then(searchOver)
  if (process.env.NODE_ENV === 'production') kept.set(library, search)
  return search
}
