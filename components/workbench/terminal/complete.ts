import type { Completion } from '#engine/shell/terminal.ts'
import type { Line } from './line-editor.ts'

/** A line with a completion put in, and what there is to choose from when more than one would do. */
export interface Completed {
  readonly line: Line
  readonly choices: readonly string[]
}

/** One candidate is put in whole; of several, what they share. A blank follows what is complete and no folder. */
export function completed(line: Line, { from, candidates }: Completion): Completed {
  const [only, ...others] = candidates
  if (only === undefined) return { line, choices: [] }
  const word = others.length > 0 ? shared(candidates) : /[/= ]$/.test(only) ? only : `${only} `
  const grown = word.length > line.cursor - from || others.length === 0
  const text = grown ? line.text.slice(0, from) + word + line.text.slice(line.cursor) : line.text
  const cursor = grown ? from + word.length : line.cursor
  return { line: { ...line, text, cursor }, choices: others.length > 0 ? candidates : [] }
}

function shared(words: readonly string[]): string {
  const [first = '', ...others] = words
  let end = first.length
  for (const word of others) while (!word.startsWith(first.slice(0, end))) end--
  return first.slice(0, end)
}

/** The choices in columns, as bash lists them: downwards first, and only the last part of a path. */
export function inColumns(choices: readonly string[], columns: number): string {
  const names = choices.map(choice => choice.replace(/^.*\/(?=[^/]+\/?$)/, ''))
  const width = Math.max(...names.map(name => name.length)) + 2
  const across = Math.max(1, Math.floor(columns / width))
  const rows = Math.ceil(names.length / across)
  const lines: string[] = []
  for (let row = 0; row < rows; row++) {
    const cells = names.filter((_, index) => index % rows === row)
    lines.push(cells.map((name, index) => (index === cells.length - 1 ? name : name.padEnd(width))).join(''))
  }
  return lines.join('\n')
}
