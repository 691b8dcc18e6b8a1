import { type MappedText, sliced } from './mapped-text.ts'
import type { RuleFile, RuleSet } from './rule-set.ts'

/** Where a rule’s parts come from, so that they can be told by their names. */
export interface Sources {
  readonly files: readonly RuleFile[]
  readonly rules: RuleSet
}

/** A part of a condition as its file has it: with the names of lists, not with what is in them. */
export function writtenAs(text: MappedText, { files }: Pick<Sources, 'files'>): string {
  const texts = new Map(files.map(file => [file.name, file.text]))
  let written = ''
  let end = 0
  for (const { at, length, place, exact } of text.pieces) {
    const own = text.text.slice(at, at + length)
    const name = exact ? own : texts.get(place.file)?.slice(place.start, place.end)
    // What a list stands for is a name; other text, such as an exception’s, was written in no such form.
    written += text.text.slice(end, at) + (name !== undefined && (exact || /^[\w.-]+$/.test(name)) ? name : own)
    end = at + length
  }
  return tidy(written + text.text.slice(end))
}

/** The same of a stretch of it. */
export function stretchAs(source: MappedText, start: number, end: number, sources: Pick<Sources, 'files'>): string {
  return writtenAs(sliced(source, start, end), sources)
}

/** The macro whose condition a text is; undefined for a rule’s own. */
export function macroOf(source: MappedText, sources: Sources): string | undefined {
  const text = writtenAs(source, sources)
  return sources.rules.macros.find(macro => tidy(macro.text) === text)?.name
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([,)])/g, '$1')
    .replace(/\( /g, '(')
    .trim()
}
