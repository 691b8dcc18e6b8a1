import { fieldAt } from '#engine/validation/field.ts'
import { type ArtefactKind, kindOf } from '#engine/validation/kinds.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'
import { complete } from './complete.ts'
import { cursorAt } from './cursor-at.ts'
import { hover } from './hover.ts'
import { marksOf } from './marks.ts'
import type { Answers, AskedFile, Question } from './protocol.ts'

/** The last value of a file's document that could be read without an error, for as long as somebody types in it. */
export type Memory = Map<string, unknown>

/** What the worker says to a question. */
export function answerTo(question: Question, memory: Memory): Answers[Question['do']] {
  switch (question.do) {
    case 'check':
      return check(question.file)
    case 'complete': {
      const at = placed(question.file, question.offset, memory)
      if (!at) return []
      const { shift, kind, ...place } = at
      const syntax = kind.syntax === 'yaml' && isBraced(place.text) ? 'json' : kind.syntax
      return complete({ ...place, root: kind.help, syntax }).map(it => ({ ...it, range: shifted(it.range, shift) }))
    }
    case 'hover': {
      const at = placed(question.file, question.offset, memory)
      const found = at && hover(at.text, at.offset, at.cursor, at.kind.help, at.value)
      return found ? { ...found, range: shifted(found.range, at.shift) } : null
    }
  }
}

function check({ text, path, language }: AskedFile): Answers['check'] {
  const kind = kindOf(text, path)
  if (kind) return marksOf(text, kind.read(text, path))
  return language === 'yaml' || language === 'json' ? marksOf(text, readYaml(text).findings) : []
}

/** The document around the offset: each may be of another kind. */
function placed({ key, text, path }: AskedFile, offset: number, memory: Memory) {
  const { start, end, index } = documentAround(text, offset)
  const own = text.slice(start, end)
  const kind = kindOf(own, path)
  const cursor = kind && cursorAt(own, offset - start, kind.syntax)
  if (!kind || !cursor || !fieldAt(kind.help, cursor.path)) return undefined
  const value = lastGood(`${key}#${index}`, own, kind, memory)
  return { kind, cursor, value, text: own, offset: offset - start, shift: start }
}

function lastGood(key: string, text: string, kind: ArtefactKind, memory: Memory): unknown {
  if (kind.syntax === 'toml') return undefined
  const { documents, findings } = readYaml(text)
  const document = documents[0]
  if (document && findings.every(({ severity }) => severity !== 'error')) memory.set(key, document.value)
  return memory.get(key) ?? document?.value
}

function documentAround(text: string, offset: number) {
  let start = 0
  let index = 0
  for (const mark of text.matchAll(/^---(?=\s|$).*\n?/gm)) {
    if (mark.index + mark[0].length > offset) return { start, end: Math.max(mark.index, offset), index }
    start = mark.index + mark[0].length
    index++
  }
  return { start, end: text.length, index }
}

function isBraced(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text)
}

function shifted<R extends { readonly start: number; readonly end: number }>({ start, end }: R, by: number) {
  return { start: start + by, end: end + by }
}
