import type { Token } from '../lesson/highlight.ts'

/**
 * A piece of a quick reference as the drawer gets it: made clean and coloured by the server, so that the browser needs
 * neither a Markdown parser nor grammars.
 */
export type Drawn = string | DrawnElement | DrawnCode

export interface DrawnElement {
  readonly tag: DrawnTag
  readonly inside: readonly Drawn[]
  /** Of links. */
  readonly href?: string
  /** Of alerts: NOTE, WARNING. */
  readonly keyword?: string
}

export interface DrawnCode {
  /** The text that is copied. */
  readonly code: string
  /** What stands in the head: a file, a title, or the language. */
  readonly name: string
  readonly host?: string
  readonly lines: readonly (readonly Token[])[]
}

/** What the browser draws. Anything else in a page is left out, and its words stay. */
export const drawnTags = [
  ...(['p', 'h2', 'h3', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'a', 'br'] as const),
  ...(['table', 'thead', 'tbody', 'tr', 'th', 'td'] as const),
  'x-alert',
] as const
export type DrawnTag = (typeof drawnTags)[number]

/** The words of a page, for the search in the drawer. */
export function wordsOf(inside: readonly Drawn[]): string {
  return inside
    .map(it => (typeof it === 'string' ? it : 'code' in it ? `${it.name} ${it.code}` : wordsOf(it.inside)))
    .join(' ')
}

/** What `/api/documents` answers. */
export interface DrawerContents {
  readonly list: { readonly url: string; readonly asOf: string }
  readonly pages: readonly DrawnPage[]
  readonly links: readonly DrawerLink[]
}

export interface DrawnPage {
  readonly slug: string
  readonly title: string
  readonly purpose: string
  readonly checked: string
  readonly inside: readonly Drawn[]
}

export interface DrawerLink {
  readonly title: string
  readonly url: string
  readonly source: string
  readonly purpose: string
  readonly topics: readonly string[]
}
