import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** Where the recordings lie: beside the repository, not in it. */
export const recordings = path.resolve(process.env.BREAKWATER_CONFORMANCE ?? '../shared/conformance')

/** One file of the recordings. */
export interface Recording {
  /** `kubernetes/audit-eval.jsonl`. */
  readonly file: string
  /** The same without the ending: the kind of its lines. */
  readonly kind: string
  /** It tells what cases need, and holds none. */
  readonly isInput: boolean
}

/** Files of lines that tell what happened, for others to ask about. */
const inputs = new Set(['falco/events'])

/** Every file of every folder but what is written for people, sorted by name. */
export function recordingsIn(folder: string): readonly Recording[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.endsWith('.md') && !entry.name.startsWith('.'))
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter(file => file.includes('/'))
    .sort()
    .map(file => {
      const kind = file.replace(/\.[^./]*$/, '')
      return { file, kind, isInput: !file.endsWith('.jsonl') || inputs.has(kind) }
    })
}

/** The lines of a file, one after the other. */
export async function* linesOf(folder: string, { file }: Recording): AsyncGenerator<string> {
  const lines = createInterface({
    input: createReadStream(path.join(folder, file)),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) if (line.trim() !== '') yield line
}

/** Reads what lies beside a file; undefined when something is missing. */
export function besideOf(
  folder: string,
  { file }: Recording,
  needed: readonly string[] = [],
): ((name: string) => string) | { readonly missing: string } {
  const at = (name: string) => path.join(folder, path.dirname(file), name)
  const missing = needed.find(name => !existsSync(at(name)))
  return missing === undefined ? name => readFileSync(at(name), 'utf8') : { missing }
}
