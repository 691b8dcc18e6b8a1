import { valuesIn } from '../condition/parse-check.ts'
import type { ValueNode } from '../condition/syntax.ts'
import { joined, type MappedText, type Place, placeIn, sliced, standingFor } from '../mapped-text.ts'
import type { Collector, ListDefinition } from './collector.ts'
import { quoted } from './expand-exceptions.ts'

/** A list's items after the lists that it may name were put in: one level deep, and only lists that stood before it. */
export interface CompiledList {
  readonly name: string
  readonly items: readonly string[]
  /** What stands for its name in conditions. */
  inserted(): Inserted
}

interface Inserted {
  readonly text: string
  /** Where it reads the same whatever stands around it. */
  readonly values: readonly ValueNode[] | undefined
}

export function compileLists(collector: Collector, used: Set<string>): readonly CompiledList[] {
  return inOrder(collector.lists.values()).map(list => {
    const items = list.items.flatMap(({ text }) => {
      const inner = collector.lists.get(text)
      if (!inner || inner.index >= list.visibility) return [text]
      used.add(inner.name)
      return inner.items.map(item => item.text)
    })
    let inserted: Inserted | undefined
    return {
      name: list.name,
      items,
      inserted() {
        inserted ??= insertedFor(items)
        return inserted
      },
    }
  })
}

function insertedFor(items: readonly string[]): Inserted {
  const text = items.reduce((all, item) => `${all}${all === '' ? '' : ', '}${quoted(item)}`, '')
  return { text, values: valuesIn(text) }
}

export function inOrder<T extends Pick<ListDefinition, 'index'>>(defined: Iterable<T>): readonly T[] {
  return [...defined].toSorted((a, b) => a.index - b.index)
}

const blanks = ' \t\n\r'
const delimiters = `${blanks}(),=`

/** What became of lists while conditions were put together: their names, and how much text may still be made. */
export interface ListUse {
  readonly used: Set<string>
  left: number
}

/** Names that stand in items multiply. Beyond so many characters lists are not put in: of one condition, or of all, which may have more as they are more. */
const longest = 500_000
const mostInAll = 250_000
/** Where a list is all that stands between parentheses, what its items come to is worked out once, and only the text is copied. */
const shared = 16
/** From this on a condition is large, and putting it together anew counts. */
const large = 10_000
/** So many places of one name in one condition are enough. */
const mostPlaces = 1_000

/** Ours, not Falco's. */
export const tooLarge = 'Lists or macros that name others make this condition too large. Use fewer.'

export function newListUse(collector: Collector): ListUse {
  return { used: new Set(), left: mostInAll + 2 * charactersOf(collector) }
}

/** How much text all conditions are, as they are written. */
export function charactersOf({ rules, macros }: Collector): number {
  const written = [...rules.values(), ...macros.values()]
  return written.reduce((sum, { condition }) => sum + condition.text.length, 0)
}

/** Puts lists into a condition, as text: every place counts where a list's name stands alone, in quotes too. */
export function putListsIn(
  condition: MappedText,
  lists: readonly CompiledList[],
  use: ListUse,
): { readonly text: MappedText; readonly isTooLarge: boolean } {
  let text = condition
  for (const list of lists) {
    if (list.name === '' || !text.text.includes(list.name)) continue
    const next = putListIn(text, list, use)
    if (next === undefined) return { text, isTooLarge: true }
    text = next
  }
  return { text, isTooLarge: false }
}

/** A stretch of the result: of the condition as it was, or new text that stands for a place. */
interface Stretch {
  readonly from?: number
  readonly text: string
  readonly place?: Place | undefined
  readonly values?: readonly ValueNode[] | undefined
}

function putListIn(condition: MappedText, list: CompiledList, use: ListUse): MappedText | undefined {
  const { name, items } = list
  const { text } = condition
  const { text: inserted, values } = list.inserted()
  const made: Stretch[] = []
  let [places, length, done] = [0, 0, 0]
  /** Takes off characters at the end of what is made so far. */
  const cutBack = (isCut: (character: string) => boolean, most = Number.POSITIVE_INFINITY) => {
    for (let cut = 0; cut < most; cut++) {
      const last = made.at(-1)
      if (!last || !isCut(last.text.slice(-1))) return
      made.pop()
      if (last.text.length > 1) made.push({ ...last, text: last.text.slice(0, -1) })
      length--
    }
  }
  const add = (stretch: Stretch) => {
    if (stretch.text === '') return
    made.push(stretch)
    length += stretch.text.length
  }
  const isBlank = (character: string) => blanks.includes(character)
  for (let at = text.indexOf(name); at !== -1; ) {
    const before = at > done ? text.charAt(at - 1) : (made.at(-1)?.text.slice(-1) ?? '')
    let end = at + name.length
    const alone =
      (before === '' || delimiters.includes(before)) && (end === text.length || delimiters.includes(text.charAt(end)))
    if (!alone) {
      at = text.indexOf(name, at + 1)
      continue
    }
    if (++places > mostPlaces) return undefined
    const place = placeIn(condition, at, end)
    add({ from: done, text: text.slice(done, at) })
    cutBack(isBlank)
    while (end < text.length && isBlank(text.charAt(end))) end++
    if (items.length === 0) {
      const hadComma = made.at(-1)?.text.endsWith(',') ?? false
      if (hadComma) cutBack(character => character === ',', 1)
      else if (text.charAt(end) === ',') end++
    }
    const isFirst = length === 0
    if (!isFirst) add({ text: ' ' })
    const isOnly =
      values && made.at(made.at(-1)?.text === ' ' ? -2 : -1)?.text.endsWith('(') && text.charAt(end) === ')'
    add({ text: inserted, place, values })
    add({ text: ' ' })
    use.left -= isOnly ? inserted.length / shared : inserted.length
    if (length > longest || use.left < 0) return undefined
    done = end
    // Behind a name that the condition begins with, Falco looks one character further on.
    at = text.indexOf(name, isFirst ? end + 1 : end)
  }
  if (places === 0) return condition
  use.used.add(name)
  if (text.length > large) use.left -= text.length
  add({ from: done, text: text.slice(done) })
  const parts = made.map(({ from, text: stretch, place, values: own }) =>
    from === undefined ? standingFor(stretch, place, own) : sliced(condition, from, from + stretch.length),
  )
  return length > longest ? undefined : joined(parts)
}
