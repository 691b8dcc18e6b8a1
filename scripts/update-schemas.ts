/**
 * Writes the JSON schemas that editors complete our YAML files with, from the schemas that the readers use:
 * `npx tsx scripts/update-schemas.ts`. `packs/editor-schemas.test.ts` fails when they are out of date.
 */
import { writeFileSync } from 'node:fs'
import { curriculum } from '#packs/curriculum.ts'
import { editorSchemas, type SchemaName, schemaFiles } from '#packs/editor-schemas.ts'

const schemas = editorSchemas(await curriculum())
for (const [name, file] of Object.entries(schemaFiles)) writeFileSync(file, schemas[name as SchemaName])
