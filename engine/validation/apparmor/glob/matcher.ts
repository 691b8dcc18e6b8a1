import { automaton } from './automaton.ts'
import { parseGlob } from './parse.ts'

/** Whether a text matches one glob. A glob that cannot be read matches nothing: the reader has refused it. */
export function globMatcher(glob: string): (text: string) => boolean {
  const parsed = parseGlob(glob)
  const machine = 'node' in parsed ? automaton([parsed.node]) : undefined
  return text => machine !== undefined && machine.find(text) !== 0
}
