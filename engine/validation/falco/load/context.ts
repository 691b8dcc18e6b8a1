import type { RuleFile } from '../rule-set.ts'
import type { Notice } from './notice.ts'
import { type Raw, type RawMap, readRaw } from './raw.ts'

/** Where something stands, as Falco's JSON tells it: line and column from 0. */
export interface Location {
  readonly item_type: string
  readonly item_name: string
  readonly position: { readonly name: string; readonly line: number; readonly column: number; readonly offset: number }
}

/** The places from the file down to what is wrong, and the line with a mark below it. */
export interface Context {
  readonly locations: readonly Location[]
  readonly snippet: string
}

/** What an item of a rule file is called, by the first of these words that it has. */
const kinds: Readonly<Record<string, string>> = {
  required_engine_version: 'required_engine_version',
  required_plugin_versions: 'required plugin versions',
  list: 'list',
  macro: 'macro',
  rule: 'rule',
}

/** What is told of the item as a whole, wherever in it the fault is. */
const ofItems =
  /^falco-(?:no-event-type|deprecated|unknown-key|unused-macro|unused-list|macro-name|list-name|unknown-source|not-defined-before|newer-engine|unknown-item)$/

/** The context in which Falco reports a notice; undefined where that is not known here. */
export function contextOf(
  { code, falco, message, place, data, within }: Notice,
  files: readonly RuleFile[],
): Context | undefined {
  const file = files.find(({ name }) => name === place?.file)
  if (!place || !file || falco === 'LOAD_ERR_YAML_PARSE') return undefined
  const at = (item_type: string, item_name: string, offset: number): Location => {
    const before = file.text.slice(0, offset)
    const line = before.split('\n').length - 1
    return { item_type, item_name, position: { name: file.name, line, column: offset - lineStart(before), offset } }
  }
  const root = at('rules content', '', 0)
  const item = itemAt(readRaw(file).documents, place.start)
  if (!item) return code === 'falco-not-rules' ? shown([root], file.text) : undefined
  if (item.kind !== 'map') return shown([root, at('rules content item', '', item.place.start)], file.text)
  const key = Object.keys(kinds).find(word => item.entries.has(word))
  const kind = (key !== undefined && kinds[key]) || 'rules content item'
  const head = key === undefined ? undefined : item.entries.get(key)?.value
  const name = head?.kind === 'scalar' && ['rule', 'macro', 'list'].includes(kind) ? head.text : ''
  const whole = [root, at(kind, name, item.place.start)]
  const startOf = (word: string) => item.entries.get(word)?.value.place.start

  if (within) {
    const condition = startOf('condition')
    const isName = code === 'falco-unknown-macro' || code === 'falco-macro-loop'
    if (condition === undefined) return undefined
    const chain = isName ? whole : [...whole, at(`${kind} condition`, '', condition)]
    return inExpression(chain, within.text, within.at)
  }
  if (code === 'falco-bad-override') {
    const overrides = item.entries.get('override')?.value
    const entries = overrides?.kind === 'map' ? [...overrides.entries] : []
    const [word = '', entry] = entries.find(([, { value }]) => value.place.start === place.start) ?? []
    if (!entry) return shown(whole, file.text)
    const isKey = message.startsWith('Key ')
    const last = isKey ? at('overrides', word, entry.key.start) : at('value for', word, place.start)
    return shown([...whole, at('overrides', '', item.place.start), last], file.text)
  }
  if (ofItems.test(code)) return shown(whole, file.text)
  const exception = exceptionAt(item, place.start)
  if (exception && exception.place.start !== item.place.start) {
    const values = exception.entries.get('values')?.value.place.start
    const isWhole = code === 'falco-missing-key' || falco !== 'LOAD_ERR_YAML_VALIDATE'
    if (!isWhole && values !== place.start) return undefined
    const called = exception.entries.get('name')?.value
    const named = called?.kind === 'scalar' ? called.text : ''
    const chain = [...whole, at('exception', named, exception.place.start)]
    return shown(isWhole ? chain : [...chain, at('exception values', '', place.start)], file.text)
  }
  if (code === 'falco-bad-exception' && place.start === startOf('exceptions'))
    return shown([...whole, at('exceptions', '', place.start)], file.text)
  if (code === 'falco-missing-key' || message.startsWith('Mapping for key')) return shown(whole, file.text)
  if (code === 'falco-bad-priority') return shown([...whole, at('rule priority', '', place.start)], file.text)
  if (code === 'falco-bad-output') {
    const output = startOf('output')
    return output === undefined ? undefined : shown([...whole, at('rule output', '', output)], file.text)
  }
  if ((code === 'falco-wrong-type' || code === 'falco-empty-value') && typeof data.key === 'string') {
    const value = startOf(data.key)
    if (value === undefined) return undefined
    const chain = [...whole, at('value for', data.key, value)]
    return shown(value === place.start ? chain : [...chain, at('list item', '', place.start)], file.text)
  }
  return undefined
}

/**
 * A condition's text is a place of its own: its offset, line and column are added to those of what it stands in, and the
 * mark in the snippet stands at that sum, or at the end of the text.
 */
function inExpression(chain: readonly Location[], text: string, offset: number): Context {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const column = offset - lineStart(before)
  const outer = chain.at(-1)?.position ?? { line: 0, column: 0, offset: 0 }
  const name = `"${(text.length > 20 ? `${text.slice(0, 17)}...` : text).replaceAll('\n', ' ')}"`
  const position = { name, line: outer.line + line, column: outer.column + column + 1, offset: outer.offset + offset }
  const locations = [...chain, { item_type: 'condition expression', item_name: '', position }]
  return { locations, snippet: snippetOf(text, Math.max(Math.min(position.offset, text.length - 1), 0)) }
}

function shown(locations: readonly Location[], text: string): Context {
  return { locations, snippet: snippetOf(text, locations.at(-1)?.position.offset ?? 0) }
}

function snippetOf(text: string, offset: number): string {
  const start = lineStart(text.slice(0, offset))
  const end = text.indexOf('\n', offset)
  return `${text.slice(start, end < 0 ? text.length : end)}\n${' '.repeat(offset - start)}^\n`
}

function lineStart(before: string): number {
  return before.lastIndexOf('\n') + 1
}

function itemAt(documents: readonly Raw[], offset: number): Raw | undefined {
  const items = documents.flatMap(document => (document.kind === 'sequence' ? document.items : []))
  return items.find(({ place }) => place.start <= offset && offset < Math.max(place.end, place.start + 1))
}

function exceptionAt(item: RawMap, offset: number): RawMap | undefined {
  const list = item.entries.get('exceptions')?.value
  const found = itemAt(list ? [list] : [], offset)
  return found?.kind === 'map' ? found : undefined
}
