import { Document, isAlias, isNode, parseDocument, stringify } from 'yaml'
import { z } from 'zod'
import { changes, type KindCase } from '#engine/grade/fixtures/kind-cases.ts'
import type { Kind } from '#engine/grade/kind.ts'

/** What stands below this line of a page is written by the test. */
export const generatedFrom = '<!-- From here on: written by test/check-pages.test.ts, with UPDATE=1. -->'

/** A case as the page shows it; `report` is the text that a learner gets. */
export interface ShownCase {
  readonly it: KindCase
  /** The check as its author wrote it, below the kind's key. */
  readonly check: string
  readonly report: string
}

/** The generated part of a kind's page: its keys, its examples with what they say on a miss, and mistakes of authors. */
export function pageOf(kind: Kind, shown: readonly ShownCase[], faults: readonly ShownCase[]): string {
  return [
    generatedFrom,
    '## Keys',
    ...tables(kind),
    '## What it says on a miss',
    ...shown.flatMap((example, at) => exampleOf(example, shown.slice(0, at))),
    '## What its author is told',
    ...faults.map(({ it, check }) => `${fenced('yaml', check)}\n\n> ${it.fault}`),
  ].join('\n\n')
}

function exampleOf({ it, check, report }: ShownCase, before: readonly ShownCase[]): readonly string[] {
  const known = new Set(before.flatMap(one => worldOf(one.it)))
  const world = worldOf(it)
  return [
    `### ${it.name.charAt(0).toUpperCase()}${it.name.slice(1)}`,
    it.shown ?? '',
    fenced('yaml', check),
    ...(world.length > 0 && world.every(part => known.has(part))
      ? ['The files are those of an example above.']
      : world),
    'The report:',
    fenced('text', report),
  ]
}

/** What the learner did, as files. */
function worldOf(it: KindCase): readonly string[] {
  const { flags, mounts, volumes, files, events, seconds } = changes(it)
  const added = [
    ...(flags.length > 0 ? ['command:', ...flags.map(flag => `  - ${flag}`)] : []),
    ...(mounts.length > 0 ? ['volumeMounts:', ...mounts.map(mount => `  - ${mount}`)] : []),
    ...(volumes.length > 0 ? ['volumes:', ...volumes.map(volume => `  - ${volume}`)] : []),
  ]
  const happens = Object.entries(events).flatMap(([host, all]) => [
    `  ${host}:`,
    ...all.map(event => `    - ${inline(event)}`),
  ])
  return [
    ...(happens.length > 0
      ? [
          `What happens, by \`lab.yaml\`; ${seconds} seconds have passed:`,
          fenced('yaml', ['events:', ...happens].join('\n')),
        ]
      : []),
    ...(added.length > 0 ? ['Added to the manifest of the API server:', fenced('yaml', added.join('\n'))] : []),
    ...Object.entries(files).flatMap(([host, own]) =>
      Object.entries(own).flatMap(([path, text]) =>
        text === null ? [`A directory \`${path}\` on ${host}.`] : fileOf(`\`${path}\` on ${host}`, path, text),
      ),
    ),
    ...Object.entries(it.probes).flatMap(([path, text]) => fileOf(`\`${path}\` in the lab`, path, text)),
  ]
}

function fileOf(where: string, path: string, text: string): readonly string[] {
  if (text.trim() === '') return [`${where} is empty.`]
  if (!text.trim().includes('\n') && !/[:{]/.test(text)) return [`${where} holds \`${text.trim()}\`.`]
  const [, language = 'text'] = /\.(yaml|json|toml)$/.exec(path) ?? []
  return [`${where}:`, fenced(language, text.trimEnd())]
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}

const properties = z.record(
  z.string(),
  z.looseObject({
    description: z.string().default(''),
    examples: z.array(z.unknown()).default([]),
    enum: z.array(z.string()).optional(),
    const: z.string().optional(),
    items: z.looseObject({ enum: z.array(z.string()).optional() }).optional(),
    type: z.unknown().optional(),
  }),
)
const described = z.looseObject({ properties: properties.optional(), required: z.array(z.string()).default([]) })
const schema = described.extend({
  definitions: z
    .record(
      z.string(),
      described.extend({ description: z.string().default(''), anyOf: z.array(described).default([]) }),
    )
    .default({}),
})

/** The keys of a kind; then those of what it is made of, such as a request. */
function tables({ schema: own }: Kind): readonly string[] {
  const { definitions, ...top } = schema.parse(z.toJSONSchema(own, { target: 'draft-7', io: 'input' }))
  const parts = Object.values(definitions).flatMap(({ description, anyOf, ...part }) => {
    const maps = [part, ...anyOf].filter(it => it.properties !== undefined)
    return maps.flatMap(map => [description, table(map)])
  })
  return [table(top), ...parts]
}

function table({ properties: keys = {}, required }: z.infer<typeof described>): string {
  const rows = new Map<string, readonly string[]>()
  for (const [key, property] of Object.entries(keys)) {
    const rest = `${property.description.replaceAll('|', '\\|')} | ${examplesOf(property)}`
    rows.set(rest, [...(rows.get(rest) ?? []), `\`${key}\`${required.includes(key) ? ', needed' : ''}`])
  }
  const lines = [...rows].map(([rest, names]) => `| ${names.join(', ')} | ${rest} |`)
  return ['| key | what it says | for example |', '| --- | --- | --- |', ...lines].join('\n')
}

/** The first example; or all that is possible, where that is a list. */
function examplesOf({ examples, enum: words, const: word, items, type }: z.infer<typeof properties>[string]): string {
  const all =
    words ?? (word === undefined ? (items?.enum?.map(it => [it]) ?? (type === 'boolean' ? [true] : [])) : [word])
  const shown = examples.length > 0 ? examples.slice(0, 1) : all
  return shown.map(it => `\`${inline(it)}\``).join(', ')
}

function inline(value: unknown): string {
  return tight(stringify(value, { collectionStyle: 'flow', lineWidth: 0 })).trim()
}

/** Lists without blanks inside their brackets. */
function tight(yaml: string): string {
  return yaml.replace(/\[ (?=\S)/g, '[').replace(/(?<=\S) \]/g, ']')
}

/** The checks of a file of fixtures, as they are written there: styles and numbers stay. */
export function writtenChecks(fixtures: string, kind: string): readonly string[] {
  const document = parseDocument(fixtures)
  const { length } = z.array(z.unknown()).parse(document.toJS({ maxAliasCount: -1 }))
  return Array.from({ length }, (_, at) => {
    const whole = new Document({ [kind]: null })
    const node = document.getIn([at, 'check'], true)
    const resolved = isAlias(node) ? node.resolve(document) : node
    const copy = isNode(resolved) ? resolved.clone() : resolved
    if (typeof copy === 'object' && copy !== null && 'anchor' in copy) copy.anchor = undefined
    whole.set(kind, copy)
    return tight(whole.toString({ lineWidth: 110 })).trimEnd()
  })
}
