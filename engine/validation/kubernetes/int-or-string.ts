import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { readAtoi } from '../flags/go-number.ts'

/** `intstr.IntOrString`. */
export type IntOrString =
  | { readonly type: 'int'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }

/**
 * A number, or a percentage of `total`: 25 %, rounded up or down. `error` in Kubernetes' words where it is neither.
 */
export function scaledValue(
  given: IntOrString,
  total: number,
  roundsUp: boolean,
): { readonly value: number } | { readonly error: string } {
  if (given.type === 'int') return { value: given.value }
  const wrong = (why: string) => ({ error: `invalid value for IntOrString: ${why}` })
  if (!given.value.endsWith('%')) return wrong('invalid type: string is not a percentage')
  const share = readAtoi(given.value.slice(0, -1))
  if ('error' in share) return wrong(`invalid value ${goQuoted(given.value)}: ${share.error}`)
  const exact = (share.value * total) / 100
  return { value: roundsUp ? Math.ceil(exact) : Math.floor(exact) }
}
