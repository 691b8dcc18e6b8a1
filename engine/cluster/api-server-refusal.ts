import type { FileSeen } from '../validation/flags/files.ts'
import { judgeApiServerStart } from '../validation/flags/kube-apiserver/judge.ts'
import type { InContainer } from './container-path.ts'

/** Why kube-apiserver ends with these words: what it prints, and the word to blame. Undefined: it starts, or that cannot be told. */
export function apiServerRefusal(
  words: readonly string[],
  look: (path: string) => InContainer | { readonly undecided: string },
): { readonly words: string; readonly word?: number } | undefined {
  const judged = judgeApiServerStart(words, { look: path => seen(look(path)), list: () => [] })
  if ('undecided' in judged || judged.ok) return undefined
  return { words: judged.error, ...(judged.word !== undefined && { word: judged.word }) }
}

function seen(found: InContainer | { readonly undecided: string }): FileSeen {
  if ('undecided' in found) return { is: 'unknown', undecided: found.undecided }
  if (found.is !== 'file') return { is: found.is }
  return found.text === undefined
    ? { is: 'unknown', undecided: 'what the file says is not known' }
    : { is: 'file', text: found.text }
}
