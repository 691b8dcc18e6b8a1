import { z } from 'zod'
import { blueprintSchema } from '#engine/grade/exam/blueprint-schema.ts'
import { labEditorSchema } from '#engine/grade/lab-editor-schema.ts'
import type { Curriculum } from './curriculum.ts'
import { referenceSchema } from './documents.ts'
import { findingSchema } from './findings.ts'
import { lessonSchema } from './lessons.ts'
import { packSchema } from './pack-schema.ts'

type Json = Readonly<Record<string, unknown>>

/** For whom the schemas are written, and where they lie in the repository. */
export const schemaFiles = {
  lab: 'labs/lab.schema.json',
  pack: 'labs/pack.schema.json',
  exam: 'content/exams/exam.schema.json',
  lesson: 'content/lessons/lesson.schema.json',
  finding: 'content/findings/finding.schema.json',
  reference: 'content/quick-reference/reference.schema.json',
} as const
export type SchemaName = keyof typeof schemaFiles

/**
 * JSON schemas (draft 7, which every editor's YAML server reads) made from the schemas that our readers use. They complete
 * and explain; what they let through, a reader may still refuse.
 */
export function editorSchemas({ domains }: Curriculum): Readonly<Record<SchemaName, string>> {
  const known = {
    domain: domains.map(({ slug }) => slug),
    competency: domains.flatMap(({ competencies }) => competencies.map(({ slug }) => slug)),
  }
  return {
    lab: written('A lab: lab.yaml', withPlaceholders(narrowed(jsonOf(labEditorSchema), known))),
    pack: written('A pack of labs: pack.yaml', jsonOf(packSchema)),
    exam: written('A timed exam', jsonOf(blueprintSchema)),
    lesson: written('The front matter of a lesson', narrowed(jsonOf(lessonSchema), known)),
    finding: written('The front matter of the page of a finding', jsonOf(findingSchema)),
    reference: written('The front matter of a quick reference', jsonOf(referenceSchema)),
  }
}

function written(title: string, schema: Json): string {
  const { $schema, ...rest } = schema
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`
}

/** `format` is left out where it is zod's own word, which no validator knows. Every reader's addresses are https. */
function jsonOf(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override({ jsonSchema }) {
      if (jsonSchema.format === 'uri') jsonSchema.pattern = '^https://'
      else delete jsonSchema.format
      delete jsonSchema.id
    },
  })
}

/** The curriculum's own words, for the keys of the outermost map that are of it. */
function narrowed(schema: Json, known: Readonly<Record<string, readonly string[]>>): Json {
  const properties = Object.entries(isMap(schema.properties) ? schema.properties : {}).map(([key, value]) => {
    const { pattern: _, ...rest } = isMap(value) ? value : {}
    return [key, key in known ? { ...rest, enum: known[key] } : value]
  })
  return { ...schema, properties: Object.fromEntries(properties) }
}

const placeholder = { $ref: '#/definitions/placeholder' }

/** `${{ name }}` may stand for every word, number and switch, also where only some are allowed. */
function withPlaceholders(schema: Json): Json {
  const { definitions, ...rest } = schema
  const inner = eased(rest)
  return {
    ...(isMap(inner) ? inner : {}),
    definitions: {
      ...(isMap(definitions)
        ? Object.fromEntries(Object.entries(definitions).map(([key, it]) => [key, eased(it)]))
        : {}),
      placeholder: { type: 'string', pattern: '\\$\\{\\{', description: `A value of the variant: \`\${{ name }}\`.` },
    },
  }
}

const narrowing = ['pattern', 'enum', 'const', 'minimum', 'exclusiveMinimum']

function eased(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(eased)
  if (!isMap(schema)) return schema
  const { description, examples, ...own } = schema
  const narrow = ['number', 'integer', 'boolean'].includes(String(own.type)) || narrowing.some(key => key in own)
  if (narrow && own.type !== 'object')
    return {
      ...(description !== undefined && { description }),
      ...(examples !== undefined && { examples }),
      anyOf: [own, placeholder],
    }
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'properties' || key === 'definitions'
        ? Object.fromEntries(Object.entries(isMap(value) ? value : {}).map(([name, it]) => [name, eased(it)]))
        : ['items', 'anyOf', 'allOf', 'additionalProperties', 'propertyNames'].includes(key)
          ? eased(value)
          : value,
    ]),
  )
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
