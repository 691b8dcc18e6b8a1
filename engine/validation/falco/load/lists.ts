import { joined, type MappedText, placeIn, sliced, standingFor, unplaced } from '../mapped-text.ts'
import type { Collector, ListDefinition } from './collector.ts'
import { quoted } from './expand-exceptions.ts'

/** A list's items after the lists that it may name were put in: one level deep, and only lists that stood before it. */
export interface CompiledList {
  readonly name: string
  readonly items: readonly string[]
}

export function compileLists(collector: Collector, used: Set<string>): readonly CompiledList[] {
  return inOrder(collector.lists.values()).map(list => ({
    name: list.name,
    items: list.items.flatMap(({ text }) => {
      const inner = collector.lists.get(text)
      if (!inner || inner.index >= list.visibility) return [text]
      used.add(inner.name)
      return inner.items.map(item => item.text)
    }),
  }))
}

export function inOrder<T extends Pick<ListDefinition, 'index'>>(defined: Iterable<T>): readonly T[] {
  return [...defined].toSorted((a, b) => a.index - b.index)
}

const blanks = ' \t\n\r'
const delimiters = `${blanks}(),=`

/** Puts lists into a condition, as text: every place counts where a list's name stands alone, in quotes too. */
export function putListsIn(
  condition: MappedText,
  lists: readonly CompiledList[],
  used: Set<string>,
): { readonly text: MappedText; readonly isTooLarge: boolean } {
  let text = condition
  for (const list of lists) {
    const next = putListIn(text, list, used)
    if (next === undefined) return { text, isTooLarge: true }
    text = next
  }
  return { text, isTooLarge: false }
}

/** Names that stand in items multiply. Beyond this many characters, or places of one name, a list is not put in. */
const longest = 500_000
const mostPlaces = 1_000

/** Ours, not Falco's. */
export const tooLarge = 'Lists or macros that name others make this condition too large. Use fewer.'

function putListIn(condition: MappedText, { name, items }: CompiledList, used: Set<string>): MappedText | undefined {
  if (name === '' || !condition.text.includes(name)) return condition
  const inserted = items.reduce((all, item) => `${all}${all === '' ? '' : ', '}${quoted(item)}`, '')
  let result = condition
  let places = 0
  let at = result.text.indexOf(name)
  while (at !== -1) {
    const { text } = result
    let start = at
    let end = at + name.length
    const alone =
      (start === 0 || delimiters.includes(text.charAt(start - 1))) &&
      (end === text.length || delimiters.includes(text.charAt(end)))
    if (alone) {
      if (++places > mostPlaces) return undefined
      const place = placeIn(result, start, end)
      while (start > 0 && blanks.includes(text.charAt(start - 1))) start--
      while (end < text.length && blanks.includes(text.charAt(end))) end++
      if (items.length === 0) {
        if (text.charAt(start - 1) === ',') start--
        else if (text.charAt(end) === ',') end++
      }
      const before = start > 0 ? [sliced(result, 0, start), unplaced(' ')] : []
      result = joined([...before, standingFor(inserted, place), unplaced(' '), sliced(result, end)])
      used.add(name)
      at = start + inserted.length + 1
    }
    if (result.text.length > longest) return undefined
    at = result.text.indexOf(name, at + 1)
  }
  return result
}
