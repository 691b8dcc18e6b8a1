import type { IconName } from '../ui/icon.tsx'
import type { Command, PageEntry, PageIndex } from './entry.ts'
import { type Match, match, type Piece } from './match.ts'

/** One line that can be chosen: a page to go to, or a command. */
export interface Row {
  readonly key: string
  readonly icon: IconName
  readonly title: readonly Piece[]
  readonly note: string
  readonly off: boolean
  readonly leads: { readonly to: string } | { readonly command: Command }
}

export interface Group {
  /** "Labs", or "Labs, 4 of 8" when not all are shown. */
  readonly title: string
  readonly rows: readonly Row[]
}

/** How many of each kind are shown: before anything is typed, and after. */
const most = {
  Labs: [4, 8],
  Lessons: [3, 6],
  Exams: [1, 4],
  Documents: [1, 8],
  Commands: [40, 40],
  Findings: [6, 12],
  Playground: [1, 6],
  Studio: [1, 1],
} as const

/**
 * Labs, lessons, exams, documents, commands, findings, playground, Studio, in that order; within each the best first. The search of all texts comes last.
 * Without an index there are commands alone.
 */
export function groupsOf(query: string, index: PageIndex | null, commands: readonly Command[]): readonly Group[] {
  const typed = query.trim()
  const own = group('Commands', typed, commands, () => '', commandRow)
  if (index === null) return own.rows.length > 0 ? [own] : []
  const search: Row = {
    key: 'search',
    icon: 'search',
    title: [{ text: `Search all texts for “${typed}”`, hit: false }],
    note: '',
    off: false,
    leads: { to: `/search?q=${encodeURIComponent(typed)}` },
  }
  return [
    group('Labs', typed, index.labs, it => it.words, page('terminal')),
    group('Lessons', typed, index.lessons, it => it.words, page('book')),
    group('Exams', typed, index.exams, it => it.words, page('clock')),
    group('Documents', typed, index.references, it => it.words, page('note')),
    own,
    group(
      'Findings',
      typed,
      typed === '' ? index.kinds : [...index.kinds, ...index.findings],
      it => it.words,
      page('flag'),
    ),
    group('Playground', typed, index.playground, it => it.words, page('screen')),
    group('Studio', typed, index.studio, it => it.words, page('folder')),
    ...(typed === '' ? [] : [{ title: 'Search', rows: [search] }]),
  ].filter(it => it.rows.length > 0)
}

function group<T extends { readonly title: string }>(
  title: keyof typeof most,
  query: string,
  all: readonly T[],
  more: (it: T) => string,
  row: (it: T, found: Match) => Row,
): Group {
  const found = all
    .flatMap(it => {
      const matched = match(query, it.title, more(it))
      return matched ? [{ it, matched }] : []
    })
    .sort((a, b) => b.matched.score - a.matched.score)
  const shown = found.slice(0, most[title][query === '' ? 0 : 1])
  return {
    title: shown.length < found.length ? `${title}, ${shown.length} of ${found.length}` : title,
    rows: shown.map(({ it, matched }) => row(it, matched)),
  }
}

const page =
  (icon: IconName) =>
  ({ href, note }: PageEntry, { pieces }: Match): Row => ({
    key: href,
    icon,
    title: pieces,
    note,
    off: false,
    leads: { to: href },
  })

function commandRow(command: Command, { pieces }: Match): Row {
  const { id, icon, off, note = '' } = command
  return { key: id, icon, title: pieces, note: off ?? note, off: off !== undefined, leads: { command } }
}
