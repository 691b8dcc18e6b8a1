import type { Mark } from '../../../yaml/cpp/marks.ts'
import { type ConditionPosition, isAscii } from '../condition/position.ts'
import type { RuleFile } from '../rule-set.ts'

/** Where something stands, as Falco's JSON tells it: line, column and offset from 0, in bytes. */
export interface Location {
  readonly item_type: string
  readonly item_name: string
  readonly position: { readonly name: string; readonly line: number; readonly column: number; readonly offset: number }
}

/** The places from the file down to what is told of. */
export interface Context {
  readonly file: string
  readonly locations: readonly Location[]
  /** The condition that the last place counts in, instead of the file. */
  readonly condition?: string
}

/** The places and the line with a mark below it: what Falco prints. */
export interface ToldContext {
  readonly locations: readonly Location[]
  readonly snippet: string
}

export function rootContext(file: string): Context {
  const position = { name: file, line: 0, column: 0, offset: 0 }
  return { file, locations: [{ item_type: 'rules content', item_name: '', position }] }
}

export type ItemType =
  | 'value for'
  | 'exceptions'
  | 'exception'
  | 'exception values'
  | 'exception value'
  | 'rules content item'
  | 'required_engine_version'
  | 'required plugin versions'
  | 'required plugin versions entry'
  | 'required plugin versions alternative'
  | 'list'
  | 'list item'
  | 'macro'
  | 'macro condition'
  | 'rule'
  | 'rule condition'
  | 'rule output'
  | 'rule priority'
  | 'overrides'

export function within(parent: Context, item_type: ItemType, item_name: string, mark: Mark): Context {
  const position = { name: parent.file, line: mark.line, column: mark.column, offset: mark.pos }
  return { file: parent.file, locations: [...parent.locations, { item_type, item_name, position }] }
}

/**
 * A place in a condition. Falco adds its offset, line and column to those of what it stands in, and puts the mark of the
 * snippet at that sum, or at the end of the condition.
 */
export function inCondition(parent: Context, condition: string, at: ConditionPosition): Context {
  const outer = parent.locations.at(-1)?.position ?? { line: 0, column: 0, offset: 0 }
  const short = condition.length > 20 ? `${condition.slice(0, 17)}...` : condition
  const position = {
    name: `"${short.replace(/[\r\n]/g, ' ')}"`,
    line: outer.line + at.line,
    column: outer.column + at.column,
    offset: outer.offset + at.index,
  }
  const last: Location = { item_type: 'condition expression', item_name: '', position }
  return { file: parent.file, locations: [...parent.locations, last], condition }
}

export function toldContext({ file, locations, condition }: Context, files: readonly RuleFile[]): ToldContext {
  const text = condition ?? files.find(({ name }) => name === file)?.text ?? ''
  return { locations, snippet: snippetOf(text, locations.at(-1)?.position.offset ?? 0) }
}

/** Characters that are shown on either side of the place. */
const half = 80
const nothing = '<No context available>\n'

/** The line that a place is in, cut on both sides, and a mark below the place. */
function snippetOf(text: string, offset: number): string {
  const content = asBytes(text)
  let at = offset
  while (at > 0 && (at >= content.length || content.charAt(at) === '\n')) at--
  let from = at
  while (from > 0 && content.charAt(from) !== '\n' && at - from < half) from--
  let to = at
  while (to < content.length - 1 && content.charAt(to) !== '\n' && to - at < half) to++
  if (content.charAt(from) === '\n') from++
  if (content.charAt(to) === '\n') to--
  let line = content.slice(from, Math.max(to + 1, from))
  if (line === '') return nothing
  if (at - from >= half) line = `...${line.slice(3)}`
  if (to - at >= half) line = `${line.slice(0, -3)}...`
  const mark = at - from <= line.length ? `${' '.repeat(Math.max(at - from, 0))}^\n` : ''
  return asText(`${line}\n${mark}`)
}

/** A text with a character for each byte of its UTF-8. */
function asBytes(text: string): string {
  if (isAscii(text)) return text
  let bytes = ''
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte)
  return bytes
}

function asText(bytes: string): string {
  if (isAscii(bytes)) return bytes
  return new TextDecoder().decode(Uint8Array.from(bytes, character => character.charCodeAt(0)))
}
