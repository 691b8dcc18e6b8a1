import type { Result } from './command.ts'

/** What a program's options are: letters without and with a value, and long names for them. */
export interface OptionTable {
  readonly letters: string
  readonly valued?: string
  /** Long name → letter (or a long key of its own). A name that ends in `=` takes a value. */
  readonly long?: Readonly<Record<string, string>>
  /** Options end at the first operand, as in programs that run others. */
  readonly early?: boolean
}

export interface Given {
  readonly options: ReadonlyMap<string, string>
  /** Every option in its order, for programs where that counts. */
  readonly order: readonly (readonly [letter: string, value: string])[]
  readonly rest: readonly string[]
}

/** Reads options as GNU programs do: joined letters, joined values, long names and their unambiguous beginnings. */
export function optionsOf(
  name: string,
  args: readonly string[],
  table: OptionTable,
): Given | { readonly refusal: Result } {
  const options = new Map<string, string>()
  const order: [string, string][] = []
  const rest: string[] = []
  const { letters, valued = '', long = {}, early = false } = table
  const put = (letter: string, value: string) => {
    options.set(letter, value)
    order.push([letter, value])
  }
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--') {
      rest.push(...args.slice(index + 1))
      break
    }
    if (arg.startsWith('--')) {
      const [word = '', ...values] = arg.slice(2).split('=')
      const given = longName(long, word)
      // `--name` and `--name=` may both be known: the sign decides.
      const exact = given.filter(it => it === (values.length > 0 ? `${word}=` : word))
      const found = exact.length > 0 ? exact : given
      if (found.length === 0) return usage(name, `unrecognized option '${arg}'`)
      if (found.length > 1 && !found.includes(word) && !found.includes(`${word}=`))
        return usage(
          name,
          `option '--${word}' is ambiguous; possibilities: ${found.map(it => `'--${it.replace('=', '')}'`).join(' ')}`,
        )
      const key = found.includes(word) ? word : found.includes(`${word}=`) ? `${word}=` : (found[0] ?? '')
      const takes = key.endsWith('=')
      if (!takes && values.length > 0) return usage(name, `option '--${key}' doesn't allow an argument`)
      const value = values.length > 0 ? values.join('=') : takes ? args[++index] : ''
      if (value === undefined) return usage(name, `option '--${key.slice(0, -1)}' requires an argument`)
      put(long[key] ?? key, value)
      continue
    }
    if (!/^-./.test(arg)) {
      if (early) {
        rest.push(...args.slice(index))
        break
      }
      rest.push(arg)
      continue
    }
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at] ?? ''
      if (valued.includes(letter)) {
        const value = at + 1 < arg.length ? arg.slice(at + 1) : args[++index]
        if (value === undefined) return usage(name, `option requires an argument -- '${letter}'`)
        put(letter, value)
        break
      }
      if (!letters.includes(letter)) return usage(name, `invalid option -- '${letter}'`)
      put(letter, '')
    }
  }
  return { options, order, rest }
}

function longName(long: Readonly<Record<string, string>>, word: string): readonly string[] {
  const names = Object.keys(long)
  const exact = names.filter(name => name === word || name === `${word}=`)
  return exact.length > 0 ? exact : names.filter(name => name.startsWith(word))
}

/** A wrong use, in the words of GNU's programs. */
export function usage(name: string, problem: string, exitCode = 1): { readonly refusal: Result } {
  return {
    refusal: { stdout: '', stderr: `${name}: ${problem}\nTry '${name} --help' for more information.\n`, exitCode },
  }
}
