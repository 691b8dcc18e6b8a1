import { fieldAt } from '#engine/validation/field.ts'
import { type ArtefactKind, type KindReader, kindOf, type NamedText } from '#engine/validation/kinds.ts'
import { type Part, partsOf } from '#engine/validation/parts.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'
import { complete } from './complete.ts'
import { cursorAt } from './cursor-at.ts'
import { filesBefore } from './files-before.ts'
import { hover } from './hover.ts'
import { marksOf } from './marks.ts'
import type { Answers, AskedFile, Question } from './protocol.ts'

/** What could be read last without an error: of a document that somebody types in, and of files beside it. */
export type Memory = Map<string, { readonly text: string; readonly value: unknown }>

/** What the worker says to a question. `began` is called when everything that has to be loaded is there. */
export async function answerTo(
  question: Question,
  memory: Memory,
  began: () => void = () => {},
): Promise<Answers[Question['do']]> {
  if (question.do === 'check') {
    const { text, path } = question.file
    const parts = await Promise.all(partsOf(text, path).map(async it => ({ ...it, reader: await it.kind.load() })))
    began()
    return check(question.file, parts)
  }
  const kind = kindAt(question)
  const reader = await kind?.load()
  began()
  switch (question.do) {
    case 'complete': {
      const at = kind && reader && placed(question, kind, reader, memory)
      return at ? complete(at).map(it => ({ ...it, range: shifted(it.range, at.shift) })) : []
    }
    case 'hover': {
      const at = kind && reader && placed(question, kind, reader, memory)
      const found = at && hover(at.text, at.offset, at.cursor, at.root, at.value)
      return found ? { ...found, range: shifted(found.range, at.shift) } : null
    }
  }
}

/** Each document may be of another kind: what is asked of a place is asked of the document around it. */
function kindAt({ file: { text, path }, offset }: Placed): ArtefactKind | undefined {
  const { start, end } = documentAround(text, offset)
  return kindOf(text.slice(start, end), path)
}

type ReadPart = Part & { readonly reader: KindReader }

function check({ text, path, language, near }: AskedFile, parts: readonly ReadPart[]): Answers['check'] {
  if (parts.length === 0) {
    const isSyntaxKnown = language === 'yaml' || language === 'json'
    return { marks: isSyntaxKnown ? marksOf(text, readYaml(text).findings) : [], wants: [] }
  }
  const before = parts.map(({ kind }) => filesBefore(kind, path, near))
  const wants = before.flatMap(it => it.wants)
  if (wants.length > 0) return { marks: [], wants }
  const findings = parts.flatMap((part, at) => part.reader.read(part.text, path, before[at]?.present ?? []))
  return { marks: marksOf(text, findings), wants }
}

type Placed = Extract<Question, { readonly offset: number }>

function placed({ file, offset: place }: Placed, kind: ArtefactKind, { help: root }: KindReader, memory: Memory) {
  const { start, end, index } = documentAround(file.text, place)
  const text = file.text.slice(start, end)
  const offset = place - start
  const cursor = cursorAt(text, offset, kind.syntax)
  if (!cursor || !fieldAt(root, cursor.path)) return undefined
  const syntax = kind.syntax === 'yaml' && /^\uFEFF?\s*\{/.test(text) ? 'json' : kind.syntax
  const own =
    kind.syntax !== 'yaml' && kind.syntax !== 'json' ? undefined : lastGood(`${file.key}#${index}`, text, memory)
  const value = withEarlier(own, filesBefore(kind, file.path, file.near).present, memory)
  return { cursor, root, value, text, offset, syntax, shift: start }
}

function lastGood(key: string, text: string, memory: Memory): unknown {
  const { documents, findings } = readYaml(text)
  const document = documents[0]
  if (document && findings.every(({ severity }) => severity !== 'error'))
    memory.set(key, { text, value: document.value })
  return memory.get(key)?.value ?? document?.value
}

/** A list goes on with the lists of the files before it: what they name can be used here. */
function withEarlier(value: unknown, earlier: readonly NamedText[], memory: Memory): unknown {
  if (earlier.length === 0) return value
  const lists = earlier.map(({ path, text }) => {
    const known = memory.get(path)
    if (known?.text === text) return known.value
    const read = { text, value: readYaml(text).documents[0]?.value }
    memory.set(path, read)
    return read.value
  })
  return [value, ...lists].flatMap(list => (Array.isArray(list) ? list : []))
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

function shifted({ start, end }: { readonly start: number; readonly end: number }, by: number) {
  return { start: start + by, end: end + by }
}
