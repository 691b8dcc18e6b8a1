import { flagValueProblem, isBoolean } from './flag-value.ts'

/** One setting of a flag: the value as written, and which words of the command line say it. */
export interface FlagSetting {
  readonly value: string
  /** Index of the word that names the flag. */
  readonly word: number
}

export interface ParsedFlags {
  /** Name, with dashes only → its settings in order. */
  readonly settings: ReadonlyMap<string, readonly FlagSetting[]>
  /** What the program prints after `Error: ` before it exits, and the word to blame. */
  readonly problem?: { readonly words: string; readonly word: number }
}

/**
 * Reads a command line as the Kubernetes components do (pflag): `--name=value`, `--name value`, `--name` alone for booleans,
 * underscores for dashes, `--` ends the flags. The first wrong word ends it.
 *
 * @param words without the program's name
 * @param types flag → type
 */
export function parseFlags(program: string, words: readonly string[], types: ReadonlyMap<string, string>): ParsedFlags {
  const settings = new Map<string, FlagSetting[]>()
  const rest: { text: string; word: number }[] = []
  const fail = (message: string, word: number): ParsedFlags => ({ settings, problem: { words: message, word } })

  for (let at = 0; at < words.length; at++) {
    const word = at
    const text = words[at] ?? ''
    if (text === '--') {
      for (let left = at + 1; left < words.length; left++) rest.push({ text: words[left] ?? '', word: left })
      break
    }
    if (!text.startsWith('-') || text === '-') {
      rest.push({ text, word })
      continue
    }
    const short = !text.startsWith('--')
    if (short && !/^-[hv]/.test(text)) return fail(`unknown shorthand flag: '${text[1]}' in ${text}`, word)
    const body = short ? text.slice(1, 2) + text.slice(2).replace(/^=?(?=.)/, '=') : text.slice(2)
    if (body === '' || /^[-=]/.test(body)) return fail(`bad flag syntax: ${text}`, word)
    const equals = body.indexOf('=')
    const written = equals < 0 ? body : body.slice(0, equals)
    const name = written === 'h' ? 'help' : written.replaceAll('_', '-')
    const type = types.get(name)
    if (type === undefined) return fail(`unknown flag: --${written}`, word)
    let value = body.slice(equals + 1)
    if (equals < 0) {
      if (isBoolean(type)) value = 'true'
      else if (at + 1 < words.length) value = words[++at] ?? ''
      else return fail(`flag needs an argument: ${short ? `'${written}' in ${text}` : `--${written}`}`, word)
    }
    const wrong = flagValueProblem(type, value)
    if (wrong)
      return fail(
        `invalid argument ${quoted(value)} for ${quoted(name === 'v' ? '-v, --v' : `--${name}`)} flag: ${wrong}`,
        word,
      )
    settings.set(name, [...(settings.get(name) ?? []), { value, word }])
  }
  const positional = rest.find(({ text }) => text !== '')
  if (positional) {
    const got = rest.map(({ text }) => quoted(text)).join(' ')
    return fail(`"${program}" does not take any arguments, got [${got}]`, positional.word)
  }
  return { settings }
}

const quoted = (text: string) => JSON.stringify(text)
