import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { readUrl } from '../flags/url.ts'
import { durationText } from '../kubernetes/duration.ts'
import { type FieldError, inJson, invalid, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import type { RawKms } from './types.ts'
import type { Problem } from './validate.ts'

const defaultTimeout = 3_000_000_000n
const defaultCacheSize = 1000

/** What the API server fills in before it looks. */
export function withDefaults({ apiVersion, name, cachesize, endpoint, timeout }: RawKms) {
  const version = apiVersion || 'v1'
  return {
    apiVersion: version,
    name,
    cachesize: cachesize ?? (version === 'v1' ? defaultCacheSize : undefined),
    endpoint,
    timeout: timeout ?? defaultTimeout,
  }
}

/**
 * What validation says of a provider that asks a key management service. `taken`: the names of those above it.
 * `reloads`: the API server loads the file anew when it changes.
 */
export function kmsProblems(
  raw: RawKms,
  place: FieldPath,
  taken: ReadonlySet<string>,
  reloads: boolean,
): readonly Problem[] {
  const { apiVersion, name, cachesize, endpoint, timeout } = withDefaults(raw)
  const errors: FieldError[] = []
  const wrong = (field: string, value: Parameters<typeof invalid>[1], detail: string) =>
    errors.push(invalid(child(place, field), value, detail))
  if (name === '') errors.push(required(child(place, 'name'), 'name is a mandatory field for a provider'))
  if (apiVersion !== 'v1' && name.includes(':'))
    wrong('name', name, `invalid KMS provider name ${name}, must not contain ':'`)
  if ((reloads || apiVersion !== 'v1') && taken.has(name))
    wrong('name', name, `duplicate KMS provider name ${name}, names must be unique`)
  if (timeout <= 0n) wrong('timeout', inJson(durationText(timeout)), 'timeout should be a positive value')
  const detail = endpointDetail(endpoint)
  if (detail !== undefined) wrong('endpoint', endpoint, detail)
  if (apiVersion !== 'v1' && cachesize !== undefined) wrong('cachesize', cachesize, 'cachesize is not supported in v2')
  if (apiVersion === 'v1' && cachesize === 0)
    wrong('cachesize', cachesize, 'cachesize should be a positive value, or negative to disable')
  if (apiVersion !== 'v1' && apiVersion !== 'v2')
    // The word itself is printed in the place of the version.
    wrong('apiVersion', apiVersion, 'unsupported apiVersion apiVersion for KMS provider, only v1 and v2 are supported')
  return errors.map(error => ({ code: 'encryption-kms', ...error }))
}

function endpointDetail(endpoint: string): string | undefined {
  if (endpoint === '') return 'endpoint is a mandatory field for a kms'
  const url = readUrl(endpoint)
  if ('error' in url) return `invalid endpoint for kms provider, error: ${url.error}`
  return url.scheme === 'unix'
    ? undefined
    : `unsupported scheme ${goQuoted(url.scheme)} for KMS provider, only unix is supported`
}
