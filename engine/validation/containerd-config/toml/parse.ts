import { firstByte } from '../../../yaml/go/json.ts'
import type { Range } from '../../../yaml/range.ts'
import { type Cursor, expectCharacter, fail, newline, skipBlanks, skipComment, skipLines } from './cursor.ts'
import { numberOrDate } from './number.ts'
import { type Key, openHeader, openTable, put, startTables } from './tables.ts'
import { quotedText } from './text.ts'
import type { TomlReading, TomlValue } from './value.ts'

const deepest = 64

/**
 * Reads TOML 1.0 as pelletier/go-toml v2 does, which containerd reads its configuration with: what that refuses is refused
 * with its words, and every key and table keeps its place. Never throws.
 */
export function parseToml(text: string): TomlReading {
  const cursor: Cursor = { text, at: 0 }
  const tables = startTables(text)
  try {
    let first = true
    while (cursor.at < text.length) {
      if (!first) newline(cursor)
      first = false
      skipBlanks(cursor)
      const next = text[cursor.at]
      if (next === undefined || next === '\n' || next === '\r') continue
      if (next !== '#') {
        const problem = next === '[' ? header(cursor, tables) : keyValue(cursor, 0, tables)
        if (problem) return { error: problem, before: tables.root }
        skipBlanks(cursor)
      }
      skipComment(cursor)
    }
    return { root: tables.root }
  } catch (error) {
    if (!cursor.failed) throw error
    const { words, at, ours } = cursor.failed
    const range = { start: Math.min(at, text.length), end: Math.min(at + 1, text.length) }
    return {
      error: { words: ours ? words : `toml: ${words}`, at, range, ...(ours && { ours }) },
      before: tables.root,
    }
  }
}

type Tables = ReturnType<typeof startTables>

function header(cursor: Cursor, tables: Tables) {
  const start = cursor.at
  const isArray = cursor.text.startsWith('[[', start)
  cursor.at += isArray ? 2 : 1
  skipBlanks(cursor)
  const keys = dottedKey(cursor)
  skipBlanks(cursor)
  expectCharacter(cursor, ']')
  if (isArray) expectCharacter(cursor, ']')
  return openHeader(tables, keys, isArray, { start, end: cursor.at })
}

/** `a.b = value`, into the table that is open, or into `tables` of an inline table. */
function keyValue(cursor: Cursor, depth: number, tables: Tables) {
  const keys = dottedKey(cursor)
  skipBlanks(cursor)
  if (cursor.at >= cursor.text.length)
    throw fail(cursor, 'expected = after a key, but the document ends there', cursor.at)
  expectCharacter(cursor, '=')
  skipBlanks(cursor)
  return put(tables, keys, value(cursor, depth))
}

function dottedKey(cursor: Cursor): readonly Key[] {
  const keys: Key[] = []
  for (;;) {
    if (keys.length === deepest)
      throw fail(cursor, `Keys of more than ${deepest} words are not read here. Flatten the tables.`, cursor.at, true)
    keys.push(simpleKey(cursor))
    skipBlanks(cursor)
    if (cursor.text[cursor.at] !== '.') return keys
    cursor.at++
    skipBlanks(cursor)
  }
}

function simpleKey(cursor: Cursor): Key {
  const { text, at: start } = cursor
  const character = text[start]
  if (character === undefined) throw fail(cursor, 'expected key but found none', start)
  if (character === '"' || character === "'") {
    const name = quotedText(cursor, false)
    return { name, range: { start, end: cursor.at } }
  }
  while (/[A-Za-z0-9_-]/.test(text[cursor.at] ?? '')) cursor.at++
  if (cursor.at === start) {
    const byte = String.fromCharCode(firstByte(text.codePointAt(start) ?? 0))
    throw fail(cursor, `invalid character at start of key: ${byte}`, start)
  }
  return { name: text.slice(start, cursor.at), range: { start, end: cursor.at } }
}

function value(cursor: Cursor, depth: number): TomlValue {
  const { text, at: start } = cursor
  const spanned = (): { range: Range } => ({ range: { start, end: cursor.at } })
  if (depth > deepest)
    throw fail(cursor, `Values are more than ${deepest} deep, which is not read here. Flatten them.`, start, true)
  switch (text[start]) {
    case undefined:
      throw fail(cursor, 'expected value, not eof', start)
    case '"':
    case "'": {
      const read = quotedText(cursor, true)
      return { is: 'string', value: read, ...spanned() }
    }
    case 't':
    case 'f': {
      const word = text[start] === 't' ? 'true' : 'false'
      if (!text.startsWith(word, start)) throw fail(cursor, `expected '${word}'`, start)
      cursor.at += word.length
      return { is: 'boolean', value: word === 'true', ...spanned() }
    }
    case '[': {
      const items = array(cursor, depth)
      return { is: 'array', items, ...spanned() }
    }
    case '{':
      return inlineTable(cursor, depth)
    default:
      return numberOrDate(cursor)
  }
}

function array(cursor: Cursor, depth: number): readonly TomlValue[] {
  const { text, at: start } = cursor
  const items: TomlValue[] = []
  cursor.at++
  for (;;) {
    skipLines(cursor)
    const character = text[cursor.at]
    if (character === undefined) throw fail(cursor, 'array is incomplete', start)
    if (character === ']') break
    if (character === ',') {
      if (items.length === 0) throw fail(cursor, 'array cannot start with comma', cursor.at)
      cursor.at++
      skipLines(cursor)
      if (text[cursor.at] === ']') break
    } else if (items.length > 0) throw fail(cursor, 'array elements must be separated by commas', cursor.at)
    items.push(value(cursor, depth + 1))
  }
  cursor.at++
  return items
}

function inlineTable(cursor: Cursor, depth: number): TomlValue {
  const { text, at: start } = cursor
  const tables = openTable(text, start)
  cursor.at++
  let first = true
  for (;;) {
    skipBlanks(cursor)
    if (cursor.at >= text.length) throw fail(cursor, 'inline table is incomplete', cursor.at - 1)
    if (text[cursor.at] === '}') break
    if (!first) {
      expectCharacter(cursor, ',')
      skipBlanks(cursor)
    }
    const problem = keyValue(cursor, depth + 1, tables)
    if (problem) throw fail(cursor, problem.words.replace(/^toml: /, ''), problem.range.start)
    first = false
  }
  cursor.at++
  return { ...tables.root, range: { start, end: cursor.at } }
}
