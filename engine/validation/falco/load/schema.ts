import type { Raw, RawMap } from './raw.ts'
import { ruleSchema, type Schema } from './rule-schema.ts'

/** What Falco says of a file's shape; nothing comes of it but these words. A document without fault is `ok`. */
export function schemaWords(documents: readonly Raw[]): readonly string[] {
  return documents.flatMap(document => {
    const words: string[] = []
    check(document, ruleSchema, '<root>', words)
    return words.length === 0 ? ['ok'] : words
  })
}

/** Ours: nobody reads so many. */
const mostWords = 5_000

/** Checks a value and what is in it; what is wrong inside is told first. */
function check(value: Raw, schema: Schema, path: string, words: string[]): boolean {
  const before = words.length
  const fail = (problem: string) => words.push(`failed for ${path}: ${problem}`)
  const { anyOf, items, properties, required = [], minProperties = 0, type } = schema
  if (type && !isOf(value, type)) fail("Value type not permitted by 'type' constraint.")
  if (anyOf) checkAny(value, anyOf, path, words)
  if (schema.enum && !(value.kind === 'scalar' && schema.enum.includes(value.text)))
    fail('Failed to match against any enum values.')
  if (items && value.kind === 'sequence')
    value.items.forEach((each, index) => {
      if (words.length > mostWords) return
      if (!check(each, items, `${path}[${index}]`, words)) fail(`Failed to validate item #${index} in array.`)
    })
  if (value.kind === 'map') {
    if (value.all.length < minProperties) fail(`Object should have no fewer than ${minProperties} properties.`)
    if (properties) checkProperties(value, properties, path, words)
    for (const name of required) if (!value.entries.has(name)) fail(`Missing required property '${name}'.`)
  }
  return words.length === before
}

function checkAny(value: Raw, schemas: readonly Schema[], path: string, words: string[]): void {
  const inner: string[] = []
  for (const [index, schema] of schemas.entries()) {
    if (check(value, schema, path, inner)) return
    inner.push(`failed for ${path}: Failed to validate against child schema #${index}.`)
  }
  words.push(...inner, `failed for ${path}: Failed to validate against any schemas allowed by anyOf constraint.`)
}

function checkProperties(value: RawMap, properties: NonNullable<Schema['properties']>, path: string, words: string[]) {
  let matched = 0
  for (const [name, schema] of Object.entries(properties)) {
    const entry = value.entries.get(name)
    if (!entry) continue
    matched++
    if (!check(entry.value, schema, `${path}[${name}]`, words))
      words.push(`failed for ${path}: Failed to validate against schema associated with property name '${name}'.`)
  }
  if (matched === value.all.length) return
  // A key that stands twice is one too many, but has a name that is known.
  const unwanted = value.all.find(({ name }) => !Object.hasOwn(properties, name))?.name ?? ''
  words.push(
    `failed for ${path}: Object contains a property that could not be validated using 'properties' or 'additionalProperties' constraints: '${unwanted}'.`,
  )
}

function isOf(value: Raw, type: NonNullable<Schema['type']>): boolean {
  switch (type) {
    case 'array':
      return value.kind === 'sequence'
    case 'object':
      return value.kind === 'map' || (value.kind === 'sequence' && value.items.length === 0)
    case 'string':
      return value.kind === 'scalar'
    case 'boolean':
      return value.kind === 'scalar' && (value.text === 'true' || value.text === 'false')
    case 'integer':
      return value.kind === 'scalar' && /^\s*[+-]?\d+$/.test(value.text)
  }
}

/**
 * A key that is no text, where that check meets one first: in an item, or in a part of it whose keys it knows. It turns
 * every key into text, and gives up the file where it cannot.
 */
export function unreadableKey(documents: readonly Raw[]): Raw | undefined {
  for (const document of documents)
    for (const item of itemsOf(document)) {
      const found = [...partsOf(item), item].map(keyIn).find(key => key !== undefined)
      if (found) return found
    }
  return undefined
}

/** An empty list where a map belongs, which that check falls over. */
export function emptyOverride(documents: readonly Raw[]): Raw | undefined {
  for (const document of documents)
    for (const item of itemsOf(document)) {
      const override = item.kind === 'map' ? item.entries.get('override')?.value : undefined
      if (override?.kind === 'sequence' && override.items.length === 0) return override
    }
  return undefined
}

function itemsOf(raw: Raw | undefined): readonly Raw[] {
  return raw?.kind === 'sequence' ? raw.items : []
}

function keyIn(raw: Raw): Raw | undefined {
  if (raw.kind !== 'map') return undefined
  return raw.all.find(({ key }) => key.kind === 'map' || key.kind === 'sequence')?.key
}

function partsOf(item: Raw): readonly Raw[] {
  if (item.kind !== 'map') return []
  const value = (map: RawMap, key: string) => map.entries.get(key)?.value
  const override = value(item, 'override')
  const plugins = itemsOf(value(item, 'required_plugin_versions'))
  const alternatives = plugins.flatMap(plugin => (plugin.kind === 'map' ? itemsOf(value(plugin, 'alternatives')) : []))
  return [...itemsOf(value(item, 'exceptions')), ...(override ? [override] : []), ...plugins, ...alternatives]
}
