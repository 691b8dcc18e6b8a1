import { linesOf } from '../yaml/place.ts'
import type { Path } from '../yaml/range.ts'
import type { YamlDocument } from '../yaml/read-yaml.ts'

/** The line of a value by its path, or of the nearest thing above it that is there. */
export function lineOf(text: string, document: YamlDocument, path: Path): { line?: number } {
  for (let at = path; ; at = at.slice(0, -1)) {
    const range = document.keyRangeOf(at) ?? document.rangeOf(at)
    if (range) return { line: linesOf(text, range).line }
    if (at.length === 0) return {}
  }
}
