import type { z } from 'zod'
import type { PackFinding } from '#engine/grade/lab-source.ts'
import { lineColumn } from '#engine/yaml/place.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'

export interface FrontMatter<T> {
  readonly value?: T
  /** What follows the second `---`, and the line it begins on. */
  readonly body: string
  readonly bodyLine: number
  readonly findings: readonly PackFinding[]
}

const OPENING = '---\n'

/** Reads the YAML between two lines of `---` at the top of a Markdown file. Lines in findings are the file's. */
export function frontMatter<T>(file: string, raw: string, shape: z.ZodType<T>): FrontMatter<T> {
  const text = raw.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const end = text.indexOf('\n---\n', OPENING.length - 1)
  if (!text.startsWith(OPENING) || end < 0) {
    const message = 'The file must begin with front matter: YAML between two lines of "---".'
    return { body: text, bodyLine: 1, findings: [{ code: 'no-front-matter', file, line: 1, message }] }
  }
  const yaml = text.slice(OPENING.length, end + 1)
  const rest = text.slice(end + '\n---\n'.length)
  const body = rest.replace(/^\n+/, '')
  const bodyLine = lineColumn(text, text.length - body.length).line
  const lineAt = (offset: number | undefined) => lineColumn(yaml, offset ?? 0).line + 1

  const { documents, findings } = readYaml(yaml)
  const broken = findings.filter(it => it.severity === 'error')
  if (broken.length > 0) {
    const said = broken.map(it => ({ code: it.code, file, line: lineAt(it.range?.start), message: it.message }))
    return { body, bodyLine, findings: said }
  }

  const document = documents[0]
  const parsed = shape.safeParse(document?.value)
  if (parsed.success) return { value: parsed.data, body, bodyLine, findings: [] }
  const said = parsed.error.issues.flatMap(issue => {
    const path = issue.path.filter(it => typeof it !== 'symbol')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => ({
        code: 'unknown-key',
        file,
        line: lineAt(document?.keyRangeOf([...path, key])?.start),
        message: `Unknown key "${key}". Remove it, or correct its spelling.`,
      }))
    const line = lineAt(document?.rangeOf(path)?.start)
    return [{ code: 'front-matter', file, line, message: `${path.join('.') || 'front matter'}: ${issue.message}.` }]
  })
  return { body, bodyLine, findings: said }
}
