import type { Finding, Reading } from '../../yaml/finding.ts'
import { readKubernetesYaml } from '../../yaml/kubernetes-document.ts'
import type { Path, Range } from '../../yaml/range.ts'
import { aggregate } from '../kubernetes/field-error.ts'
import { adviceOn } from './advice.ts'
import { fieldAdvice } from './field-advice.ts'
import { fieldName, goDecoder } from './go-decode.ts'
import { kindOf } from './kind.ts'
import { type AuditPolicy, type AuditRule, levels, type Stage, stages } from './policy.ts'
import { decodeInternal, decodePolicy, type RawPolicy } from './raw-policy.ts'
import { strictErrors } from './strict-errors.ts'
import { looksLikeJson, syntaxOf } from './syntax.ts'
import { validate } from './validate.ts'

export interface AuditPolicyReading extends Reading<AuditPolicy> {
  /**
   * Why kube-apiserver exits with this file: what stands between `loading audit policy file: ` and `: from file F`.
   * Undefined when it starts. Of a YAML or JSON error the reason is only near the API server's words.
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
  const yaml = readKubernetesYaml(text)
  const { document } = yaml
  const rangeOf = (path: Path) => document?.rangeOf(path)
  const isJson = looksLikeJson(text)
  const duplicates = yaml.findings.filter(isDuplicate).map(finding => duplicateField(finding, isJson))
  const notes = [...yaml.findings.filter(({ severity }) => severity !== 'error'), ...duplicates]
  const refused = (words: string, errors: readonly Finding[], logged: readonly string[] = []): AuditPolicyReading => ({
    findings: inOrder([...notes, ...errors]),
    refusal: words,
    logged,
  })

  const syntax = syntaxOf(text, yaml)
  if (syntax.refusal) return refused(`failed decoding: ${syntax.refusal}`, syntax.errors)

  const value = document?.value ?? null
  const order = (keys: readonly string[]) => (isJson ? keys : keys.toSorted())
  const kind = kindOf(value, order)
  if ('refusal' in kind) {
    const path = kind.field ? [kind.field] : []
    return refused(`failed decoding: ${kind.refusal}`, [placed(rangeOf, 'wrong-kind', path, kind.refusal)])
  }

  const decoder = goDecoder(rangeOf, path => document?.keyRangeOf(path), order)
  const raw = kind.type === 'v1' ? decodePolicy(decoder, value) : decodeInternal(decoder, value)
  const mistyped = decoder.findings.find(({ severity }) => severity === 'error')
  if (mistyped) return refused(`failed decoding: ${mistyped.message}`, decoder.findings)
  const strict = strictErrors(duplicates, decoder.findings, isJson)
  const logged = strict ? [strict] : []
  if (!raw) {
    const words = 'unknown group version field audit.k8s.io/__internal, Kind=Policy in policy'
    return refused(words, [placed(rangeOf, 'no-version', [], words)], logged)
  }

  const errors = refusals(raw)
  const policy = policyOf(raw, rangeOf)
  const findings = [
    ...notes,
    ...decoder.findings,
    ...fieldAdvice(decoder.findings),
    ...errors.map(({ code, path, message }) => placed(rangeOf, code, path, message)),
  ]
  if (policy && errors.length === 0) findings.push(...adviceOn(policy, rangeOf))
  return {
    ...(policy ? { value: policy } : {}),
    findings: inOrder(findings),
    ...(errors.length > 0 ? { refusal: aggregate(errors.map(({ message }) => message)) } : {}),
    logged,
  }
}

type Place = (path: Path) => Range | undefined

function refusals(raw: RawPolicy): readonly { readonly code: string; readonly path: Path; readonly message: string }[] {
  const invalid = validate(raw)
  if (invalid.length > 0 || raw.rules.length > 0) return invalid
  return [{ code: 'no-rules', path: ['rules'], message: 'loaded illegal policy with 0 rules' }]
}

function policyOf(raw: RawPolicy, rangeOf: Place): AuditPolicy | undefined {
  const rules: AuditRule[] = []
  for (const { path, level, omitStages, omitManagedFields, resources, ...rest } of raw.rules) {
    const known = levels.find(each => each === level)
    if (!known) return undefined
    const range = rangeOf(path)
    rules.push({
      ...rest,
      level: known,
      resources: resources.map(({ group, resources, resourceNames }) => ({ group, resources, resourceNames })),
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

/** An error at a value, or where that is missing, at what it is missing from. */
function placed(rangeOf: Place, code: string, path: Path, message: string): Finding {
  for (let length = path.length; length >= 0; length--) {
    const range = rangeOf(path.slice(0, length))
    if (range) return { code, severity: 'error', path, range, message, data: {} }
  }
  return { code, severity: 'error', path, message, data: {} }
}

function isDuplicate({ code }: Finding): boolean {
  return code === 'yaml-duplicate-key'
}

function duplicateField(finding: Finding, isJson: boolean): Finding {
  const { shown, line } = finding.data
  const message = isJson
    ? `duplicate field "${fieldName(finding.path)}"`
    : `line ${String(line)}: key ${String(shown)} already set in map`
  return { ...finding, code: 'duplicate-field', severity: 'warning', message }
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0))
}
