import { RE2JS } from 're2js'

/**
 * A regular expression as Falco compiles it: RE2 with POSIX syntax, matched against the whole value. Gives RE2's own words
 * when it is none. Perl's classes, flags and lazy repetition do not exist.
 */
export function compileRegex(pattern: string): ((value: string) => boolean) | { readonly message: string } {
  const fault = notPosix(pattern)
  if (fault !== undefined) return { message: `invalid regex pattern: ${fault}` }
  try {
    const compiled = RE2JS.compile(pattern)
    return value => compiled.matches(value)
  } catch (error) {
    const words = error instanceof Error ? error.message : ''
    return { message: `invalid regex pattern: ${inRe2Words(words, pattern)}` }
  }
}

/** The first thing that Perl's syntax has and POSIX's has not. */
function notPosix(pattern: string): string | undefined {
  let inSet = false
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern.charAt(i)
    const next = pattern.charAt(i + 1)
    if (character === '\\') {
      if (/[a-zA-Z]/.test(next) && !/[aftnrvxAzQEpPC]/.test(next)) return `invalid escape sequence: \\${next}`
      i++
    } else if (inSet) {
      if (character === '[' && next === ':') i = Math.max(pattern.indexOf(':]', i) + 1, i)
      else if (character === ']') inSet = false
    } else if (character === '[') {
      inSet = true
      if (next === '^') i++
      if (pattern.charAt(i + 1) === ']') i++
    } else if (character === '(' && next === '?') return 'no argument for repetition operator: ?'
    else if (/[*+?}]/.test(character) && /[*+?]/.test(next) && i > 0)
      return `bad repetition operator: ${character}${next}`
  }
  return undefined
}

function inRe2Words(words: string, pattern: string): string {
  const said = words.replace(/^error parsing regexp: /, '')
  if (/missing closing \)/.test(said)) return `missing ): ${pattern}`
  if (/missing closing \]/.test(said)) return said.replace('missing closing ]', 'missing ]').replace(/`/g, '')
  if (/missing argument to repetition operator/.test(said))
    return said
      .replace('missing argument to repetition operator', 'no argument for repetition operator')
      .replace(/`/g, '')
  return said.replace(/`/g, '')
}
