import type { Line } from './line-editor.ts'
import { paintedPrompt } from './paint.ts'
import { type Drawing, shown } from './screen.ts'

/** The line being written with what stands before it: the prompt, `> ` in a here-document, or a search. */
export function promptLine(line: Line, prompt: string, continued: boolean, lead: number): Drawing {
  const before = line.search
    ? `(${line.search.failed ? 'failed ' : ''}reverse-i-search)\`${shown(line.search.query)}': `
    : continued
      ? '> '
      : `${prompt} `
  const text = shown(line.text)
  return {
    lead,
    text: before + text,
    cursor: before.length + shown(line.text.slice(0, line.cursor)).length,
    painted: (line.search || continued ? before : `${paintedPrompt(prompt)} `) + text,
  }
}
