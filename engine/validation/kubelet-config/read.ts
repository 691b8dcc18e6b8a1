import type { Finding, Reading } from '../../yaml/finding.ts'
import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { placesIn } from '../../yaml/go/places.ts'
import { limit } from '../../yaml/limits.ts'
import type { Path, Range } from '../../yaml/range.ts'
import { readConfig } from '../flags/configs/config-document.ts'
import { configFindings } from '../flags/configs/config-findings.ts'
import { aggregate } from '../kubernetes/field-error.ts'
import { adviceOn } from './advice.ts'
import { type KubeletConfig, withDefaults } from './defaults.ts'
import { configGates } from './gates.ts'
import { inFolder } from './paths.ts'
import { kubeletConfiguration, type RawKubeletConfig } from './types.ts'
import { validate } from './validate.ts'

export interface KubeletReading extends Reading<KubeletConfig> {
  /** What stands in the file, before the defaults; undefined where it cannot be decoded. */
  readonly written?: RawKubeletConfig
  /** Why the kubelet ends with this file, in its words, and when; undefined when it runs. */
  readonly refusal?: {
    readonly words: string
    readonly when: 'loading' | 'validating' | 'running'
    readonly panics?: true
  }
  /** Lines of the kubelet's log. */
  readonly logged: readonly string[]
  /** Where a field is written; undefined where the default is in force. */
  placeOf(path: Path): Range | undefined
}

/**
 * Reads the file of `--config` as kubelet v1.35 does, on a host with cgroup v2. `value` is what is in force without flags: it
 * is there when the file can be decoded, though the kubelet may refuse what it says. Unknown fields and equal keys are logged
 * and have no effect. A finding of severity `error` means that the kubelet does not run. Never throws.
 */
export function readKubeletConfig(text: string, path = '/var/lib/kubelet/config.yaml'): KubeletReading {
  const nowhere = { logged: [], placeOf: () => undefined }
  const notLoaded = (words: string, findings: readonly Finding[], panics?: true): KubeletReading => {
    const refusal = { words, when: 'loading' as const, ...(panics && { panics }) }
    return { ...nowhere, refusal, findings: findings.slice(0, limit.findings) }
  }
  if (text === '') {
    const message = `kubelet config file ${goQuoted(path)} was empty`
    const range = { start: 0, end: 0 }
    return notLoaded(message, [{ code: 'kubelet-wrong-kind', severity: 'error', path: [], range, message, data: {} }])
  }
  const read = readConfig(text, kubeletConfiguration)
  const found = configFindings(text, read, 'kubelet', 'warning')
  if ('error' in read) {
    const { unexpected, error } = read
    if (unexpected === undefined) return notLoaded(`failed to decode: ${error}`, found)
    return notLoaded(`failed to cast object to KubeletConfiguration, unexpected type: ${unexpected}`, found)
  }
  const places = placesIn(read.node)
  const error = (code: string, path: Path, message: string): Finding => {
    return { code, severity: 'error', path, range: places.nearest(path), message, data: {} }
  }
  const logged =
    read.strictError === undefined
      ? []
      : [`"Using lenient decoding as strict decoding failed" err=${goQuoted(read.strictError)}`]
  const gates = configGates(read.value.featureGates ?? new Map())
  if (gates.unsettable.length > 0) {
    const why = aggregate(gates.unsettable)
    const words = `failed to merge global and in-flight KubeletConfiguration while setting defaults, error: ${why}`
    return { ...notLoaded(words, [...found, error('kubelet-feature-gate', ['featureGates'], words)], true), logged }
  }
  const value = inFolder(withDefaults(read.value, gates.gates), path.slice(0, path.lastIndexOf('/')))
  const problems = validate(value, gates)
  const errors = problems.map(({ code, path, message }) => error(code, path, message))
  const mode = value.authorization.mode
  const unknownMode = ['AlwaysAllow', 'Webhook'].includes(mode) ? undefined : `unknown authorization mode ${mode}`
  if (unknownMode !== undefined)
    errors.push(error('kubelet-authorization-mode', ['authorization', 'mode'], unknownMode))
  const refusal: KubeletReading['refusal'] =
    problems.length > 0
      ? { words: aggregate(problems.map(({ message }) => message)), when: 'validating' }
      : unknownMode !== undefined
        ? { words: unknownMode, when: 'running' }
        : undefined
  return {
    ...{ value, written: read.value, logged, placeOf: places.rangeOf },
    findings: [...found, ...errors, ...adviceOn(value, places.rangeOf)].slice(0, limit.findings),
    ...(refusal && { refusal }),
  }
}
