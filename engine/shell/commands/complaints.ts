import { type Errno, sentence } from '../files/errno.ts'
import { quoteName } from './names.ts'

/** Collects what a program complains about; the exit code follows from it. */
export interface Complaints {
  readonly text: () => string
  readonly code: () => number
  /** `name: words 'path': why`. */
  about(words: string, path: string, why: Errno): void
  say(line: string): void
}

export function complaints(name: string, code = 1): Complaints {
  const lines: string[] = []
  return {
    text: () => lines.join(''),
    code: () => (lines.length > 0 ? code : 0),
    about: (words, path, why) => void lines.push(`${name}: ${words} ${quoteName(path)}: ${sentence(why)}\n`),
    say: line => void lines.push(`${name}: ${line}\n`),
  }
}
