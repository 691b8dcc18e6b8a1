/** One step of a pattern: any run, any one character, or one of some. */
type Step = 'run' | ((character: string) => boolean)

/**
 * A shell pattern as C's `fnmatch` without flags matches it: `*` and `?` take slashes and leading dots too, a backslash
 * escapes, there are no braces. Works in the product of the two lengths at worst.
 */
export function compileGlob(pattern: string, { ignoreCase = false } = {}): (text: string) => boolean {
  const fold = (text: string) => (ignoreCase ? foldCase(text) : text)
  const steps = stepsOf(fold(pattern))
  if (steps === undefined) return () => false
  return text => matches(steps, [...fold(text)])
}

/** ASCII letters only, as in C's locale. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase())
}

function stepsOf(pattern: string): readonly Step[] | undefined {
  const characters = [...pattern]
  const steps: Step[] = []
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? ''
    if (character === '*') {
      if (steps.at(-1) !== 'run') steps.push('run')
    } else if (character === '?') steps.push(() => true)
    else if (character === '[') {
      const set = bracketSet(characters, i)
      if (set) {
        steps.push(set.step)
        i = set.end
      } else steps.push(is('['))
    } else if (character === '\\') {
      // A pattern that ends with a lone backslash matches nothing.
      if (i + 1 === characters.length) return undefined
      steps.push(is(characters[++i] ?? ''))
    } else steps.push(is(character))
  }
  return steps
}

function is(wanted: string): Step {
  return character => character === wanted
}

const classes: Readonly<Record<string, RegExp>> = {
  alpha: /[A-Za-z]/,
  digit: /\d/,
  alnum: /[A-Za-z0-9]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /[ \t\n\v\f\r]/,
  blank: /[ \t]/,
  punct: /[!-/:-@[-`{-~]/,
  xdigit: /[0-9A-Fa-f]/,
}

function bracketSet(characters: readonly string[], start: number): { step: Step; end: number } | undefined {
  let i = start + 1
  const negated = characters[i] === '!' || characters[i] === '^'
  if (negated) i++
  const first = i
  const tests: ((character: string) => boolean)[] = []
  for (; i < characters.length; i++) {
    let low = characters[i] ?? ''
    if (low === ']' && i > first) return { step: character => tests.some(test => test(character)) !== negated, end: i }
    const named = low === '[' && characters[i + 1] === ':' ? /^\[:([a-z]+):\]/.exec(characters.slice(i).join('')) : null
    const known = classes[named?.[1] ?? '']
    if (named && known) {
      tests.push(character => known.test(character))
      i += named[0].length - 1
      continue
    }
    if (low === '\\') low = characters[++i] ?? ''
    let high = low
    if (characters[i + 1] === '-' && characters[i + 2] !== undefined && characters[i + 2] !== ']') {
      i += 2
      high = characters[i] === '\\' ? (characters[++i] ?? '') : (characters[i] ?? '')
    }
    tests.push(character => character >= low && character <= high)
  }
  return undefined
}

function matches(steps: readonly Step[], text: readonly string[]): boolean {
  let step = 0
  let at = 0
  let afterRun = -1
  let retry = 0
  while (at < text.length) {
    const current = steps[step]
    if (current === 'run') {
      afterRun = ++step
      retry = at
    } else if (current?.(text[at] ?? '')) {
      step++
      at++
    } else if (afterRun !== -1) {
      step = afterRun
      at = ++retry
    } else return false
  }
  while (steps[step] === 'run') step++
  return step === steps.length
}
