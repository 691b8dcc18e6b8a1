import type { Cursor } from './cursor.ts'

/** Characters that one rule is looked for in. */
const MAX_RULE = 2000
const prefixes = /^(?:audit|allow|deny|prompt|owner|other)$/

/**
 * What stands at an offset of an AppArmor profile: the word that begins a rule is a key, what follows is its value. Letters
 * behind a path are values of `file`.
 */
export function scanApparmor(text: string, offset: number): Cursor | undefined {
  const line = text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(line, offset)
  if (/(?:^|[ \t])#/.test(before)) return undefined
  let start = offset
  while (start > line && /\w/.test(text.charAt(start - 1))) start--
  let end = offset
  while (/\w/.test(text.charAt(end))) end++
  const range = { start, end }
  const token = text.slice(start, end)
  // A part of a path is no word.
  if (/[/@.*?{}$<"-]$/.test(text.slice(line, start)) || /^[/.*]/.test(text.slice(end))) return undefined
  const rule = ruleBefore(text, start)
  const [first, ...more] = rule.filter(word => !prefixes.test(word))
  const found = { range, token, quote: '', keys: [] } as const
  if (first === undefined) return { at: 'key', path: [], ...found }
  if (rule.some(word => word.startsWith('flags='))) return { at: 'value', path: ['flags'], ...found }
  if (first.startsWith('/') || first.startsWith('@') || (first === 'file' && more.length > 0)) {
    return { at: 'value', path: ['file'], ...found }
  }
  return { at: 'value', path: [first], ...found }
}

/** The words of the rule that a word belongs to, up to it. A comma in parentheses ends no rule. */
function ruleBefore(text: string, start: number): readonly string[] {
  const before = text
    .slice(Math.max(0, start - MAX_RULE), start)
    .replace(/^[ \t]*#?include\b[^\n]*\n/gm, ',\n')
    .replace(/#[^\n]*\n/g, '\n')
    .replace(/\([^)]*\)?/g, list => list.replaceAll(',', ' '))
  const rule = before.split(/,\s|[{}](?=\s)/).at(-1) ?? ''
  return rule.split(/\s+/).filter(word => word !== '')
}
