import { RE2JS } from 're2js'
import { readPosix } from './posix-regex.ts'

/**
 * A regular expression as Falco compiles it: RE2 with POSIX syntax, matched against the whole value. Gives RE2's own words
 * when it is none.
 */
export function compileRegex(written: string): ((value: string) => boolean) | { readonly message: string } {
  const read = readPosix(written)
  if ('problem' in read) return { message: `invalid regex pattern: ${read.problem}` }
  try {
    // Without Perl's syntax, `^` and `$` stand for the ends of any line.
    const compiled = RE2JS.compile(read.pattern, RE2JS.MULTILINE)
    return value => compiled.matches(value)
  } catch (error) {
    // A limit of this engine's, on patterns that are very large.
    return { message: `invalid regex pattern: ${error instanceof Error ? error.message : ''}` }
  }
}
