import type { Severity } from '#engine/yaml/finding.ts'
import type { Mark } from './marks.ts'

const names: readonly (readonly [Severity, one: string, many: string])[] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['info', 'note', 'notes'],
]

/** "1 error, 2 warnings"; empty when there is nothing. */
export function countWords(marks: readonly Mark[]): string {
  return names
    .flatMap(([severity, one, many]) => {
      const count = marks.filter(mark => mark.severity === severity).length
      return count === 0 ? [] : `${count} ${count === 1 ? one : many}`
    })
    .join(', ')
}

/** What is announced of a mark: "Warning, line 3: Rule 2 never decides." */
export function spokenMark({ severity, line, message }: Mark): string {
  const name = { error: 'Error', warning: 'Warning', info: 'Note' }[severity]
  return `${name}, line ${line}: ${message.replaceAll('`', '')}`
}

/**
 * The mark that F8 goes to from a place, or Shift+F8 with `by: -1`; after the last one comes the first. `last` is where it
 * went before: several marks may stand at one place.
 */
export function nextMark(
  marks: readonly Mark[],
  at: { readonly line: number; readonly column: number },
  by: 1 | -1,
  last?: Mark,
): Mark | undefined {
  const after = (mark: Mark) => mark.line - at.line || mark.column - at.column
  const stood = last && after(last) === 0 ? marks.indexOf(last) : -1
  if (stood >= 0) return marks.at((stood + by) % marks.length)
  return by === 1
    ? (marks.find(mark => after(mark) > 0) ?? marks[0])
    : (marks.findLast(mark => after(mark) < 0) ?? marks.at(-1))
}
