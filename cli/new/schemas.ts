import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCurriculum } from '#packs/curriculum.ts'
import { editorSchemas } from '#packs/editor-schemas.ts'

/** Where the schemas of a pack lie. A name that begins with a dot is no part of a pack. */
export const schemaFolder = '.schema'

/** What an editor needs for a pack: file in the pack → text. */
export async function schemasFor(root: string): Promise<ReadonlyMap<string, string>> {
  const { lab, pack } = editorSchemas(parseCurriculum(await readFile(join(root, 'content/curriculum.yaml'), 'utf8')))
  return new Map([
    [`${schemaFolder}/lab.schema.json`, lab],
    [`${schemaFolder}/pack.schema.json`, pack],
  ])
}

/** A YAML file whose first line tells editors of its schema. */
export function naming(schema: string, text: string): string {
  return `# yaml-language-server: $schema=${schema}\n${text}`
}
