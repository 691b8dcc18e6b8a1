import { joined, unplaced } from '../mapped-text.ts'
import { type Collector, nextPlace } from './collector.ts'
import { requiredScalar, requiredScalars } from './decode.ts'
import { type Notify, noticeOf, refuse } from './notice.ts'
import { checkOverrides, type Overrides, readOverrides } from './override.ts'
import type { RawMap } from './raw.ts'

export function readList(item: RawMap, collector: Collector, notify: Notify): void {
  const { text: name, place } = requiredScalar(item, 'list')
  if (!/^[^()"' \t\n\v\f\r=,]+$/.test(name)) {
    const message = `List has an invalid name. List names should match a regular expression: ([^()"'[:space:]=,]+)`
    notify(noticeOf('falco-list-name', message, place, { data: { name } }))
  }
  const items = requiredScalars(item, 'items').map(({ text, place }) => ({ text, place }))
  const before = appended(item, 'items', 'List', collector.lists.get(name), notify)
  collector.lists.set(name, {
    name,
    place: collector.lists.get(name)?.place ?? place,
    items: before ? [...before.items, ...items] : items,
    ...nextPlace(collector, collector.lists, name),
  })
}

export function readMacro(item: RawMap, collector: Collector, notify: Notify): void {
  const { text: name, place } = requiredScalar(item, 'macro')
  if (!/^[a-zA-Z]+[a-zA-Z0-9_]*$/.test(name)) {
    const message = 'Macro has an invalid name. Macro names should match a regular expression: ([a-zA-Z]+[a-zA-Z0-9_]*)'
    notify(noticeOf('falco-macro-name', message, place, { data: { name } }))
  }
  const condition = requiredScalar(item, 'condition').mapped
  const before = appended(item, 'condition', 'Macro', collector.macros.get(name), notify)
  collector.macros.set(name, {
    name,
    place: collector.macros.get(name)?.place ?? place,
    condition: before ? joined([before.condition, unplaced(' '), condition]) : condition,
    ...nextPlace(collector, collector.macros, name),
  })
}

/** What this item appends to; undefined when it defines anew, which `replace` does too. */
function appended<T>(item: RawMap, key: string, kind: string, known: T | undefined, notify: Notify): T | undefined {
  const overrides: Overrides = readOverrides(item, [key], [key], notify)
  if (overrides.keys.size > 0) checkOverrides(item, overrides, [key])
  if (!overrides.append && overrides.keys.get(key) !== 'append') return undefined
  const message = `${kind} uses 'append' or 'override.${key}: append' but no ${kind.toLowerCase()} by that name already exists`
  return known ?? refuse('falco-not-defined-before', message, item.place)
}
