import { appended } from '../mapped-text.ts'
import { nextPlace } from './collector.ts'
import { type Context, within } from './context.ts'
import { requiredScalar, requiredScalars } from './decode.ts'
import { type Notify, noticeOf, refuse } from './notice.ts'
import { readOverrides } from './override.ts'
import type { RawMap } from './raw.ts'
import type { ItemReader } from './read-items.ts'

export const readList: ItemReader = (item, collector, root, notify) => {
  const { text: name, place } = requiredScalar(item, 'list', within(root, 'list', '', item.mark))
  const context = within(root, 'list', name, item.mark)
  if (!/^[^()"' \t\n\v\f\r=,]+$/.test(name)) {
    const message = `List has an invalid name. List names should match a regular expression: ([^()"'[:space:]=,]+)`
    notify(noticeOf('falco-list-name', message, context, { data: { name }, place }))
  }
  const items = requiredScalars(item, 'items', context).map(each => ({ text: each.text, place: each.place }))
  const known = collector.lists.get(name)
  const appends = isAppended(item, 'items', context, notify)
  if (appends && !known) notThere('List', 'items', context, item)
  collector.lists.set(name, {
    ...(appends && known
      ? { ...known, items: [...known.items, ...items] }
      : { name, items, context, place: known?.place ?? place }),
    ...nextPlace(collector, collector.lists, name),
  })
  return context
}

export const readMacro: ItemReader = (item, collector, root, notify) => {
  const { text: name, place } = requiredScalar(item, 'macro', within(root, 'macro', '', item.mark))
  const context = within(root, 'macro', name, item.mark)
  if (!/^[a-zA-Z]+[a-zA-Z0-9_]*$/.test(name)) {
    const message = 'Macro has an invalid name. Macro names should match a regular expression: ([a-zA-Z]+[a-zA-Z0-9_]*)'
    notify(noticeOf('falco-macro-name', message, context, { data: { name }, place }))
  }
  const written = requiredScalar(item, 'condition', context)
  const condition = written.mapped()
  const conditionContext = within(context, 'macro condition', '', written.mark)
  const known = collector.macros.get(name)
  const appends = isAppended(item, 'condition', context, notify)
  if (appends && !known) notThere('Macro', 'condition', context, item)
  collector.macros.set(name, {
    ...(appends && known
      ? { ...known, condition: appended(known.condition, condition) }
      : { name, condition, context, conditionContext, place: known?.place ?? place }),
    ...nextPlace(collector, collector.macros, name),
  })
  return context
}

/** Whether this item appends; else it defines anew, which `replace` does too. */
function isAppended(item: RawMap, key: string, context: Context, notify: Notify): boolean {
  const { append, appended } = readOverrides(item, [key], [key], context, notify)
  return append || appended.has(key)
}

function notThere(kind: string, key: string, context: Context, { place }: RawMap): never {
  const message = `${kind} uses 'append' or 'override.${key}: append' but no ${kind.toLowerCase()} by that name already exists`
  refuse('falco-not-defined-before', message, context, { place })
}
