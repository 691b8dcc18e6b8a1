import { readUrl } from '../flags/url.ts'
import { type FieldError, invalid } from '../kubernetes/field-error.ts'
import { at, child } from '../kubernetes/field-path.ts'
import type { KubeletConfig } from './defaults.ts'
import type { Problem } from './problem.ts'

const root = at('tracing')

export function validateTracing({ tracing }: KubeletConfig): readonly Problem[] {
  const { samplingRatePerMillion: rate, endpoint } = tracing ?? {}
  const errors: FieldError[] = []
  const place = child(root, 'samplingRatePerMillion')
  if (rate !== undefined && rate < 0) errors.push(invalid(place, rate, 'sampling rate must be positive'))
  if (rate !== undefined && rate > 1_000_000)
    errors.push(invalid(place, rate, 'sampling rate per million must be less than or equal to one million'))
  if (endpoint !== undefined) errors.push(...endpointErrors(endpoint))
  return errors.map(({ path, message }) => ({ code: 'kubelet-bad-value', path, message }))
}

function endpointErrors(written: string): readonly FieldError[] {
  const place = child(root, 'endpoint')
  const endpoint = written.includes('//') ? written : `dns://${written}`
  const url = readUrl(endpoint)
  if ('error' in url) return [invalid(place, endpoint, url.error)]
  if (['dns', 'unix', 'unix-abstract'].includes(url.scheme)) return []
  const words = `unsupported scheme: ${url.scheme}.  Options are none, dns, unix, or unix-abstract.  See https://github.com/grpc/grpc/blob/master/doc/naming.md`
  return [invalid(place, endpoint, words)]
}
