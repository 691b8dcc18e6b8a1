import { z } from 'zod'
import { nearestName } from '../validation/nearest-name.ts'
import type { Path } from '../yaml/range.ts'
import { valueAt } from './value-at.ts'

/** What a schema found wrong, as a sentence with the path it belongs to; `key` when the key itself is wrong. */
export interface SchemaSentence {
  readonly path: Path
  readonly key: boolean
  readonly message: string
}

/** Checks a value and says everything that is wrong with it, in plain sentences. */
export function schemaSentences(schema: z.ZodType, value: unknown, from: Path = []): readonly SchemaSentence[] {
  const parsed = schema.safeParse(value)
  return parsed.success ? [] : parsed.error.issues.flatMap(issue => sentences(issue, schema, value, from))
}

function sentences(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, from: Path): readonly SchemaSentence[] {
  const inner = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part))
  const path = [...from, ...inner]
  const name = `\`${nameOf(path)}\``
  const one = (message: string) => [{ path, key: false, message }]
  if (issue.code !== 'unrecognized_keys' && inner.length > 0 && valueAt(value, inner) === undefined)
    return one(`${name} is missing.`)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, inner)
      return issue.keys.map(key => {
        const near = nearestName(key, known)
        const remedy = near ? `Did you mean \`${near}\`?` : `Known here: ${known.map(it => `\`${it}\``).join(', ')}.`
        return { path: [...path, key], key: true, message: `Unknown key \`${key}\`. ${remedy}` }
      })
    }
    case 'invalid_type':
      return one(`${name} has to be ${article(issue.expected)}.`)
    case 'invalid_value':
      return one(`${name} has to be one of ${issue.values.map(value => `\`${String(value)}\``).join(', ')}.`)
    case 'too_small':
      return one(`${name} must not be ${issue.origin === 'number' ? `less than ${issue.minimum}` : 'empty'}.`)
    case 'too_big':
      return one(`${name} must not be more than ${issue.maximum}.`)
    case 'invalid_union':
      return one(`${name} has none of the forms that it can have.`)
    default:
      return one(`${name}: ${issue.message}`)
  }
}

function nameOf(path: Path): string {
  return String(path.findLast(part => typeof part === 'string') ?? 'lab.yaml')
}

function article(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    array: 'a list',
    int: 'a whole number',
    object: 'a map',
    record: 'a map',
    string: 'text',
    boolean: 'true or false',
  }
  return words[expected] ?? `a ${expected}`
}

/** The keys that an object schema knows at a path. */
function keysAt(schema: unknown, path: Path): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) return keysAt(schema.unwrap(), path)
  const [part, ...rest] = path
  if (schema instanceof z.ZodArray) return part === undefined ? [] : keysAt(schema.element, rest)
  if (!(schema instanceof z.ZodObject)) return []
  return part === undefined ? Object.keys(schema.shape) : keysAt(Reflect.get(schema.shape, part), rest)
}
