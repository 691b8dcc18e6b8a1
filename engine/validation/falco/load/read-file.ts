import { readCppYaml } from '../../../yaml/cpp/read.ts'
import { placesIn } from '../../../yaml/place.ts'
import { readYaml } from '../../../yaml/read-yaml.ts'
import type { RuleFile } from '../rule-set.ts'
import { type Context, rootContext, within } from './context.ts'
import { type Notice, type Notify, noticeOf } from './notice.ts'
import { type Raw, type RawMap, rawOf } from './raw.ts'
import { emptyOverride, schemaWords, unreadableKey } from './schema.ts'

/** A file's text as Falco reads it: its documents, or why there are none. */
export interface ReadFile {
  readonly file: RuleFile
  readonly root: Context
  /** None where the YAML is faulty. */
  readonly documents: readonly Raw[]
  readonly fault?: Notice
  readonly schema: readonly string[]
}

const parseError = 'LOAD_ERR_YAML_PARSE'

export function readFile(file: RuleFile): ReadFile {
  const root = rootContext(file.name)
  const yaml = readCppYaml(file.text)
  if ('refused' in yaml) {
    const { refused: message, mark, problem } = yaml
    const place = { file: file.name, start: mark.offset, end: mark.offset + 1 }
    const context = within(root, 'value for', '', mark)
    const fault = { code: 'yaml-unexpected', falco: parseError, message, place, data: { detail: problem }, context }
    return { file, root, documents: [], schema: [], fault }
  }
  const documents = yaml.documents.map(document => rawOf(document, file))
  const key = unreadableKey(documents)
  if (!key) {
    const override = emptyOverride(documents)
    if (override) return { file, root, documents, schema: [], fault: crash(override) }
    return { file, root, documents, schema: schemaWords(documents) }
  }
  const { line, column } = key.mark
  const message = `yaml-cpp: error at line ${line + 1}, column ${column + 1}: bad conversion`
  const data = { detail: 'bad conversion' }
  const fault = { code: 'yaml-bad-key', falco: parseError, message, place: key.place, data, context: root }
  return { file, root, documents: [], schema: [], fault }
}

function crash({ place }: Raw): Notice {
  const message = 'Falco ends without a word where an empty list stands under override. Take it out.'
  return noticeOf('falco-bad-override', message, undefined, { falco: '', place })
}

/** Tells what is wrong with a file's YAML for a person: in our words, where we have some, and all of it. */
export function tellYamlFaults({ file, fault }: ReadFile, notify: Notify): void {
  const { findings } = readYaml(file.text)
  const sound = findings.filter(({ code }) => code !== 'yaml-duplicate-key' && !(fault && code === 'yaml-bad-key'))
  if (fault && (sound.length === 0 || !fault.falco)) notify(fault)
  for (const { code, message, range, data } of sound) {
    const place = range && { file: file.name, ...range }
    // What Falco reads all the same is worth a warning, since it reads it otherwise than a person does.
    notify({ code, falco: fault ? parseError : null, message, ...(place && { place }), data })
  }
}

/** Of two equal keys Falco takes the first. */
export function tellDuplicates({ documents, file }: ReadFile, notify: Notify): void {
  const seen = new Set<Raw>()
  let place: ReturnType<typeof placesIn> | undefined
  const lineOf = (offset: number) => {
    place ??= placesIn(file.text)
    return place(offset).line
  }
  const visit = (raw: Raw): void => {
    if (seen.has(raw)) return
    seen.add(raw)
    if (raw.kind === 'sequence') for (const item of raw.items) visit(item)
    if (raw.kind !== 'map') return
    tellDuplicatesIn(raw, lineOf, notify)
    for (const { value } of raw.all) visit(value)
  }
  for (const document of documents) visit(document)
}

function tellDuplicatesIn({ all, entries }: RawMap, lineOf: (offset: number) => number, notify: Notify): void {
  for (const { name, key } of all) {
    const first = entries.get(name)?.key
    if (!first || first === key || key.kind !== 'scalar') continue
    const firstLine = lineOf(first.place.start)
    const message = `The key ${name} stands in this map already, on line ${firstLine}. Falco takes the first and drops this one. Take one of them out.`
    notify(noticeOf('falco-duplicate-key', message, undefined, { place: key.place, data: { key: name, firstLine } }))
  }
}
