import type { Finding } from './finding.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Surrogate}/u

/** YAML forbids control characters but tab and line ends; a lone surrogate is no character at all. Names the first one. */
export function forbiddenCharacter(text: string): Finding | undefined {
  const found = forbidden.exec(text)
  if (!found) return undefined
  const character = `U+${text.charCodeAt(found.index).toString(16).toUpperCase().padStart(4, '0')}`
  return {
    code: 'yaml-control-character',
    severity: 'error',
    path: [],
    range: { start: found.index, end: found.index + 1 },
    message: `The character ${character} is not allowed in YAML. Delete it.`,
    data: { character },
  }
}
