import type { Choice, Choices } from '../../field.ts'

type Kind = 'rule' | 'macro' | 'list'

const titles = { rule: 'Rule', macro: 'Macro', list: 'List' } as const
/** What is shown of each. */
const contents = { rule: 'desc', macro: 'condition', list: 'items' } as const
/** Characters of a condition or a list that are shown. */
const MAX_SHOWN = 200

/**
 * The rules, macros or lists of the file and of those before it, in a few words. What the file itself defines stands first in
 * `root`, and counts.
 */
export function named(root: unknown, kind: Kind): readonly Choice[] {
  const found = new Map<string, string>()
  const changed = new Set<string>()
  for (const item of itemsOf(root)) {
    const [name, value]: readonly unknown[] = [item[kind], item[contents[kind]]]
    // What only changes an earlier one tells less than that.
    const isChange = item.override !== undefined || item.append === true
    if (typeof name !== 'string' || (found.has(name) && (isChange || !changed.has(name)))) continue
    found.set(name, shown(value))
    if (isChange) changed.add(name)
    else changed.delete(name)
  }
  return [...found].map(([text, content]) => ({
    text,
    says: content === '' ? `${titles[kind]}.` : `${titles[kind]}: ${content}${content.endsWith('.') ? '' : '.'}`,
  }))
}

function shown(value: unknown): string {
  const text = (Array.isArray(value) ? value.join(', ') : String(value ?? '')).replace(/\s+/g, ' ').trim()
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
}

export function itemsOf(root: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(root) ? root.filter(isItem) : []
}

function isItem(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Names that are there already: to be changed. */
export function namesOf(kind: Kind): Choices {
  return ({ root }) => named(root, kind)
}

/** The exceptions that the same rule has elsewhere, to which values may be added. */
export const exceptionNames: Choices = ({ root, path }) => {
  const own: unknown = Array.isArray(root) ? root[Number(path[0])] : undefined
  const rule: unknown = isItem(own) ? own.rule : undefined
  if (typeof rule !== 'string') return []
  const names = itemsOf(root).flatMap(item => (item !== own && item.rule === rule ? itemsOf(item.exceptions) : []))
  return names.flatMap(({ name, fields }) =>
    typeof name === 'string'
      ? [{ text: name, says: `An exception of the rule: ${shown(fields) || 'its fields are elsewhere'}.` }]
      : [],
  )
}
