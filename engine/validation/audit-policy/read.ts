import type { Finding, Reading } from '../../yaml/finding.ts'
import type { JsonNode } from '../../yaml/go/json.ts'
import { placesIn } from '../../yaml/go/places.ts'
import type { Path } from '../../yaml/range.ts'
import { type DecodeProblem, type DecodeResult, decode } from '../kubernetes/decode.ts'
import { aggregate } from '../kubernetes/field-error.ts'
import { readObjectText, strictWords, yamlFindings } from '../kubernetes/read-object.ts'
import { adviceOn } from './advice.ts'
import { fieldAdvice } from './field-advice.ts'
import { kindOf } from './kind.ts'
import { otherTypes } from './other-types.ts'
import { type AuditPolicy, type AuditRule, levels, type Stage, stages } from './policy.ts'
import { internalPolicyType, policyType, type RawPolicy } from './raw-policy.ts'
import { validate } from './validate.ts'

export interface AuditPolicyReading extends Reading<AuditPolicy> {
  /**
   * Why kube-apiserver exits with this file: what stands between `loading audit policy file: ` and `: from file F`.
   * Undefined when it starts.
   */
  readonly refusal?: string
  /** Warnings in the API server's log. */
  readonly logged: readonly string[]
}

/**
 * Reads a policy file as kube-apiserver v1.35 loads it. A finding of severity `error` means that the API server does not
 * start with this file. `value` is there when every rule could be read. Unknown fields are dropped and of equal keys the
 * last one is taken, as the API server's lenient decoding does; both are warnings.
 */
export function readAuditPolicy(text: string): AuditPolicyReading {
  const read = readObjectText(text)
  if ('refused' in read) {
    const findings = read.isJson ? [badJson(read.refused, read.range)] : yamlFindings(text, read)
    return { findings, refusal: `failed decoding: ${read.refused}`, logged: [] }
  }
  const { node, duplicates } = read
  const places = placesIn(node)
  const notes = yamlFindings(text, read).map(asNote)
  const refused = (words: string, errors: readonly Finding[], logged: readonly string[] = []): AuditPolicyReading => ({
    findings: inOrder([...notes, ...errors]),
    refusal: words,
    logged,
  })
  const placed = (code: string, path: Path, message: string): Finding => {
    return { code, severity: 'error', path, range: places.nearest(path), message, data: {} }
  }

  const kind = kindOf(node)
  if ('refusal' in kind) {
    const mistyped = kind.decodedAs && decode<unknown>(otherTypes[kind.decodedAs], node).error
    const words = mistyped?.message ?? kind.refusal
    return refused(`failed decoding: ${words}`, [placed('wrong-kind', kind.field ? [kind.field] : [], words)])
  }

  const loggedOf = ({ strict }: DecodeResult<unknown>) => {
    const words = strictWords(duplicates, strict)
    return words ? [`Audit policy contains errors, falling back to lenient decoding: ${words}`] : []
  }
  if (kind.type !== 'v1') {
    const decoded = decode(internalPolicyType, node)
    const problems = [...decoded.wrong, ...decoded.strict].map(asFinding)
    if (decoded.error) return refused(`failed decoding: ${decoded.error.message}`, problems)
    const words = 'unknown group version field audit.k8s.io/__internal, Kind=Policy in policy'
    return refused(words, [placed('no-version', [], words)], loggedOf(decoded))
  }

  const decoded = decode(policyType, node)
  const problems = [...decoded.wrong, ...decoded.strict].map(asFinding)
  if (decoded.error) return refused(`failed decoding: ${decoded.error.message}`, problems)
  const raw = decoded.value
  const errors = refusals(raw)
  const policy = policyOf(raw, node)
  const findings = [
    ...notes,
    ...problems,
    ...fieldAdvice(problems),
    ...errors.map(({ code, path, message }) => placed(code, path, message)),
  ]
  if (policy && errors.length === 0) findings.push(...adviceOn(policy, places.rangeOf))
  return {
    ...(policy ? { value: policy } : {}),
    findings: inOrder(findings),
    ...(errors.length > 0 ? { refusal: aggregate(errors.map(({ message }) => message)) } : {}),
    logged: loggedOf(decoded),
  }
}

function refusals(raw: RawPolicy): readonly { readonly code: string; readonly path: Path; readonly message: string }[] {
  const invalid = validate(raw)
  if (invalid.length > 0 || raw.rules.length > 0) return invalid
  return [{ code: 'no-rules', path: ['rules'], message: 'loaded illegal policy with 0 rules' }]
}

function policyOf(raw: RawPolicy, node: JsonNode): AuditPolicy | undefined {
  const { rangeOf } = placesIn(node)
  const rules: AuditRule[] = []
  for (const [index, { level, omitStages, omitManagedFields, ...rest }] of raw.rules.entries()) {
    const known = levels.find(each => each === level)
    if (!known) return undefined
    const range = rangeOf(['rules', index])
    rules.push({
      ...rest,
      level: known,
      omitStages: omitStages.flatMap(knownStage),
      ...(omitManagedFields === undefined ? {} : { omitManagedFields }),
      ...(range ? { range } : {}),
    })
  }
  return {
    rules,
    omitStages: raw.omitStages.flatMap(knownStage),
    omitManagedFields: raw.omitManagedFields,
  }
}

function knownStage(word: string): readonly Stage[] {
  return stages.filter(stage => stage === word)
}

function badJson(refused: string, range: Finding['range']): Finding {
  const sentence =
    'A file that begins with { must be JSON as a whole. Correct it, or write it as YAML without the outer braces.'
  const message = `${refused}. ${sentence}`
  return { code: 'bad-json', severity: 'error', path: [], ...(range && { range }), message, data: {} }
}

/** Of equal keys in YAML the API server takes the last one, and logs Go's words. */
function asNote(finding: Finding): Finding {
  if (finding.code !== 'yaml-duplicate-key') return finding
  const { shown, line } = finding.data
  const message = `line ${String(line)}: key ${String(shown)} already set in map`
  return { ...finding, code: 'duplicate-field', severity: 'warning', message }
}

function asFinding({ code, path, range, message }: DecodeProblem): Finding {
  const shared = { path, range, message, data: {} }
  if (code === 'unknown-field') return { code: 'unknown-field', severity: 'warning', ...shared }
  if (code === 'duplicate-field') return { code: 'duplicate-field', severity: 'warning', ...shared }
  return { code: 'wrong-type', severity: 'error', ...shared }
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0))
}
