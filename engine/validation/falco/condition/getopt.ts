/** Options as C's `getopt` knows them: letters, each with a colon behind it when a value must follow. */
interface Known {
  readonly letters: ReadonlySet<string>
  readonly withValue: ReadonlySet<string>
}

function knownOf(written: string): Known {
  const letters = new Set<string>()
  const withValue = new Set<string>()
  for (let i = written.startsWith(':') ? 1 : 0; i < written.length; i++) {
    const letter = written.charAt(i)
    if (letter === ':') continue
    letters.add(letter)
    if (written.charAt(i + 1) !== ':') continue
    withValue.add(letter)
    i++
  }
  return { letters, withValue }
}

/**
 * What Falco's `getopt` finds in arguments: letters and their values in turn, `?` for a letter that is not known, an empty
 * text for a value that is missing. With `wanted`, the value of that letter's last place, or the letter itself where it has
 * none; null where it is not there. Ends at `--` and at the first argument that is no option; long ones are passed over.
 */
export function getopt(args: readonly string[], options: string, wanted?: string): readonly string[] | string | null {
  const { letters, withValue } = knownOf(options)
  const found: string[] = []
  let chosen: string | null = null
  const emit = (letter: string, name: string, value?: string) => {
    if (wanted === undefined) found.push(name, ...(value === undefined ? [] : [value]))
    else if (letter === wanted) chosen = value ?? name
  }
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? ''
    if (argument === '--' || !argument.startsWith('-') || argument === '-') break
    if (argument.startsWith('--')) continue
    for (let i = 1; i < argument.length; i++) {
      const letter = argument.charAt(i)
      if (!letters.has(letter)) {
        if (wanted === undefined) found.push('?')
        continue
      }
      if (!withValue.has(letter)) {
        emit(letter, letter)
        continue
      }
      const value = i + 1 < argument.length ? argument.slice(i + 1) : args[++at]
      if (value === undefined) emit(letter, '')
      else emit(letter, letter, value)
      break
    }
  }
  return wanted === undefined ? found : chosen
}
