import type { Finding } from '../../yaml/finding.ts'
import type { KubernetesReading } from '../../yaml/kubernetes-document.ts'
import { lineColumn } from '../../yaml/place.ts'

/** What the API server's decoders say to what ours calls by its code. Theirs name a line, and not always the same one. */
const libyaml: Readonly<Record<string, string>> = {
  'yaml-tab': 'found character that cannot start any token',
  'yaml-bad-start': 'found character that cannot start any token',
  'yaml-nested-on-line': 'mapping values are not allowed in this context',
  'yaml-indentation': 'did not find expected key',
  'yaml-missing-colon': "could not find expected ':'",
  'yaml-unclosed': "did not find expected ',' or ']'",
  'yaml-comma': "did not find expected ',' or ']'",
  'yaml-bad-escape': 'found unknown escape character',
  'yaml-control-character': 'control characters are not allowed',
}

/** The beginning of a text that the API server takes for JSON, not YAML. */
export function looksLikeJson(text: string): boolean {
  return /^[ \t\r\n\v\f\u0085\u00a0]*\{/.test(text)
}

export interface Syntax {
  readonly errors: readonly Finding[]
  /** What follows `failed decoding: `, as near to the API server's words as we know. */
  readonly refusal?: string
}

/** The errors of a text as YAML, or as JSON where it looks like JSON. Duplicate keys are none here. */
export function syntaxOf(text: string, { findings }: KubernetesReading): Syntax {
  const errors = findings.filter(({ code, severity }) => severity === 'error' && code !== 'yaml-duplicate-key')
  const first = errors[0]
  if (looksLikeJson(text) && (first || !isJson(text))) {
    const bad: Finding = {
      code: 'bad-json',
      severity: 'error',
      path: [],
      message:
        'A file that begins with { must be JSON as a whole. Correct it, or write it as YAML without the outer braces.',
      data: {},
    }
    return {
      errors: first ? errors : [bad],
      refusal: "couldn't get version/kind; json parse error: invalid character after top-level value",
    }
  }
  if (!first) return { errors }
  if (first.code === 'yaml-unknown-alias')
    return { errors, refusal: `yaml: unknown anchor '${String(first.data.name)}' referenced` }
  const { line } = lineColumn(text, first.range?.start ?? 0)
  const where = line > 1 ? `line ${line}: ` : ''
  // These are our limits. The API server's lie elsewhere, so it has no words for them.
  if (first.code.startsWith('yaml-too-')) return { errors, refusal: first.message }
  const nested = /^Nested mappings/.test(String(first.data.detail))
  const openQuote = /^Missing closing/.test(String(first.data.detail))
  const words = nested
    ? libyaml['yaml-nested-on-line']
    : openQuote
      ? 'found unexpected end of stream'
      : libyaml[first.code]
  return { errors, refusal: `yaml: ${where}${words ?? 'did not find expected key'}` }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
