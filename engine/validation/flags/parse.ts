import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { Flag, FlagTable } from './flag.ts'
import { isBoolean, setFlag } from './read-value.ts'
import type { Value } from './value.ts'

/** A flag that was set. */
export interface Setting {
  readonly value: Value
  /** Indices of the words that name it, in their order. */
  readonly words: readonly number[]
}

export interface ParsedFlags {
  readonly settings: ReadonlyMap<string, Setting>
  /** What the program says of flags that will go, each time one is set. */
  readonly deprecations: readonly string[]
  /** Words that are no flags. */
  readonly rest: readonly { readonly text: string; readonly word: number }[]
  /** What pflag says before it stops, and the word to blame. */
  readonly problem?: { readonly words: string; readonly word: number }
}

/** More words than a command line can hold are not looked at. */
const mostWords = 10_000

/**
 * Reads a command line as pflag does for Kubernetes' components: `--name=value`, `--name value`, `--name` alone for
 * booleans, `-v2`, `-v=2`, `-v 2`; underscores in names stand for dashes; `--` ends the flags. The first wrong word ends
 * it. Never throws.
 *
 * @param words without the program's name
 */
export function parseFlags(words: readonly string[], table: FlagTable): ParsedFlags {
  const settings = new Map<string, Setting>()
  const deprecations: string[] = []
  const rest: { text: string; word: number }[] = []
  const done = (problem?: ParsedFlags['problem']): ParsedFlags => ({
    ...{ settings, deprecations, rest },
    ...(problem && { problem }),
  })
  const read = words.slice(0, mostWords)

  for (let at = 0; at < read.length; at++) {
    const text = read[at] ?? ''
    if (text === '--') {
      rest.push(...read.slice(at + 1).map((it, index) => ({ text: it, word: at + 1 + index })))
      break
    }
    if (!text.startsWith('-') || text === '-') {
      rest.push({ text, word: at })
      continue
    }
    const word = at
    const following = () => (at + 1 < read.length ? read[++at] : undefined)
    const found = text.startsWith('--') ? long(text, table, following) : short(text, table, following)
    if ('error' in found) return done({ words: found.error, word })
    for (const { flag, value: given } of found.set) {
      const set = setFlag(flag.type, given, settings.get(flag.name)?.value)
      if ('error' in set) {
        const shown = flag.shorthand ? `-${flag.shorthand}, --${flag.name}` : `--${flag.name}`
        return done({ words: `invalid argument ${goQuoted(given)} for ${goQuoted(shown)} flag: ${set.error}`, word })
      }
      settings.set(flag.name, { value: set.value, words: [...(settings.get(flag.name)?.words ?? []), word] })
      if (flag.deprecated !== undefined)
        deprecations.push(`Flag --${flag.name} has been deprecated, ${flag.deprecated}`)
    }
    if (found.wrong !== undefined) return done({ words: found.wrong, word })
  }
  return done()
}

/** What a word sets, then what is wrong with the rest of it. */
type Found =
  | { readonly set: readonly { readonly flag: Flag; readonly value: string }[]; readonly wrong?: string }
  | { readonly error: string }

function long(text: string, table: FlagTable, following: () => string | undefined): Found {
  const body = text.slice(2)
  if (/^[-=]/.test(body)) return { error: `bad flag syntax: ${text}` }
  const equals = body.indexOf('=')
  const written = equals < 0 ? body : body.slice(0, equals)
  const flag = table.get(written.replaceAll('_', '-'))
  if (!flag) return { error: `unknown flag: --${written}` }
  const value = equals >= 0 ? body.slice(equals + 1) : isBoolean(flag.type) ? 'true' : following()
  return value === undefined ? { error: `flag needs an argument: --${written}` } : { set: [{ flag, value }] }
}

function short(text: string, table: FlagTable, following: () => string | undefined): Found {
  const set: { flag: Flag; value: string }[] = []
  for (let left = text.slice(1); left !== ''; ) {
    const letter = left.charAt(0)
    const flag = [...table.values()].find(({ shorthand }) => shorthand === letter)
    if (!flag) return { set, wrong: `unknown shorthand flag: ${runeQuoted(letter)} in -${left}` }
    if (left.length > 2 && left[1] === '=') return { set: [...set, { flag, value: left.slice(2) }] }
    if (isBoolean(flag.type)) {
      set.push({ flag, value: 'true' })
      left = left.slice(1)
      continue
    }
    const value = left.length > 1 ? left.slice(1) : following()
    if (value === undefined) return { set, wrong: `flag needs an argument: ${runeQuoted(letter)} in -${left}` }
    return { set: [...set, { flag, value }] }
  }
  return { set }
}

/** Go's `%q` of a character. */
function runeQuoted(letter: string): string {
  return letter === "'" ? String.raw`'\''` : `'${goQuoted(letter).slice(1, -1).replace('\\"', '"')}'`
}
