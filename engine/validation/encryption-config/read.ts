import type { Finding, Reading } from '../../yaml/finding.ts'
import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { placesIn } from '../../yaml/go/places.ts'
import { limit } from '../../yaml/limits.ts'
import { readConfig } from '../flags/configs/config-document.ts'
import { configFindings } from '../flags/configs/config-findings.ts'
import { aggregate } from '../kubernetes/field-error.ts'
import { adviceOn } from './advice.ts'
import { build, buildProblem } from './build.ts'
import type { EncryptionConfig } from './config.ts'
import { encryptionConfiguration } from './types.ts'
import { validate } from './validate.ts'

export interface EncryptionReading extends Reading<EncryptionConfig> {
  /** Why kube-apiserver ends with this file, in its words; undefined when it starts. */
  readonly refusal?: string
}

export interface ReadOptions {
  /** Where the file lies: errors name it. */
  readonly path?: string
  /** `--encryption-provider-config-automatic-reload`. */
  readonly reloads?: boolean
  /** The feature gate KMSv1. */
  readonly kmsV1?: boolean
}

/**
 * Reads an EncryptionConfiguration as kube-apiserver v1.35 loads it. A finding of severity `error` means that the API server
 * does not start; `value` is there when it does. Never throws.
 */
export function readEncryptionConfig(text: string, options: ReadOptions = {}): EncryptionReading {
  const { path = '/etc/kubernetes/encryption.yaml', reloads = false, kmsV1 = false } = options
  const before = 'error while parsing file: '
  const called = `encryption provider configuration file ${goQuoted(path)}`
  if (text === '') {
    const message = `${called} is empty`
    const range = { start: 0, end: 0 }
    const empty: Finding = { code: 'encryption-wrong-kind', severity: 'error', path: [], range, message, data: {} }
    return { findings: [empty], refusal: `${before}error while loading file: ${message}` }
  }
  const read = readConfig(text, encryptionConfiguration)
  const found = configFindings(text, read, 'encryption', 'error')
  const why = 'error' in read ? (read.unexpected === undefined ? read.error : read.strictError) : read.strictError
  if (why !== undefined) return { findings: found, refusal: `${before}error decoding ${called}: ${why}` }
  if ('error' in read) return { findings: found, refusal: `${before}got unexpected config type: ${read.unexpected}` }

  const entries = read.value.resources
  const places = placesIn(read.node)
  const problems = validate(entries, reloads)
  const wrong = problems.length > 0 ? undefined : buildProblem(entries, kmsV1)
  const errors = [...problems, ...(wrong ? [wrong] : [])].map(({ code, path, message }): Finding => {
    return { code, severity: 'error', path, range: places.nearest(path), message, data: {} }
  })
  if (errors.length > 0) {
    const words = aggregate(errors.map(({ message }) => message))
    const findings = [...found, ...errors].slice(0, limit.findings)
    return { findings, refusal: wrong ? `error while building transformers: ${words}` : `${before}${words}` }
  }
  const value = build(entries, read.node)
  return { value, findings: [...found, ...adviceOn(value)].slice(0, limit.findings) }
}
