export interface Options {
  readonly options: ReadonlyMap<string, string>
  readonly rest: readonly string[]
}

/** Reads single-letter options, joined or apart; letters of `valued` take an argument. */
export function readOptions(
  args: readonly string[],
  plain: string,
  valued: string,
): Options | { readonly problem: string } {
  const options = new Map<string, string>()
  let index = 0
  for (; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--') {
      index++
      break
    }
    if (!/^-./.test(arg)) break
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at] ?? ''
      if (valued.includes(letter)) {
        const value = at + 1 < arg.length ? arg.slice(at + 1) : args[++index]
        if (value === undefined) return { problem: `-${letter}: option requires an argument` }
        options.set(letter, value)
        break
      }
      if (!plain.includes(letter)) return { problem: `-${letter}: invalid option` }
      options.set(letter, '')
    }
  }
  return { options, rest: args.slice(index) }
}
