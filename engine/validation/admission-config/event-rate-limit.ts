import { readConfig } from '../flags/configs/config-document.ts'
import { int32, list, nilable, struct, text } from '../kubernetes/decode-types.ts'
import { aggregate, type FieldError, inJson, invalid, notSupported } from '../kubernetes/field-error.ts'
import { at } from '../kubernetes/field-path.ts'
import { typeMeta } from '../kubernetes/metadata-type.ts'
import type { PluginVerdict } from './plugin.ts'

const limit = struct('v1alpha1.Limit', { type: text('v1alpha1.LimitType'), qps: int32, burst: int32, cacheSize: int32 })
const kind = {
  kind: 'Configuration',
  versions: ['eventratelimit.admission.k8s.io/v1alpha1'],
  scheme: 'pkg/admission/eventratelimit/config.go:31',
  type: struct('v1alpha1.Configuration', { ...typeMeta, limits: nilable(list(limit)) }),
}
/** Kubernetes prints them in an order that is not the same twice. */
const types = ['Server', 'Namespace', 'User', 'SourceAndObject']

/** What the plugin EventRateLimit says of its configuration. Fields that it does not know are left out. */
export function eventRateLimit(written: string | undefined): PluginVerdict {
  const read = written === undefined ? { value: { limits: undefined } } : readConfig(written, kind)
  if ('error' in read) return { refused: read.error, problems: [{ path: read.path, message: read.error }] }
  const { limits } = read.value
  const errors: FieldError[] = []
  if (!limits || limits.length === 0) errors.push(invalid(at('limits'), inJson(limits), 'must not be empty'))
  for (const [index, { type, qps, burst, cacheSize }] of (limits ?? []).entries()) {
    const field = (name: string) => at('limits', index, name)
    if (!types.includes(type)) errors.push(notSupported(field('type'), inJson(type), types))
    if (burst <= 0) errors.push(invalid(field('burst'), burst, 'must be positive'))
    if (qps <= 0) errors.push(invalid(field('qps'), qps, 'must be positive'))
    if (type !== 'Server' && cacheSize < 0) errors.push(invalid(field('cacheSize'), cacheSize, 'must not be negative'))
  }
  if (errors.length === 0) return undefined
  return { refused: aggregate(errors.map(({ message }) => message)), problems: errors }
}
