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
  const digits = given.value.slice(0, -1)
  const share = /^[+-]?\d+$/.test(digits) ? BigInt(digits) : undefined
  if (share === undefined)
    return wrong(`invalid value "${given.value}": strconv.Atoi: parsing "${digits}": invalid syntax`)
  const exact = (Number(share) * total) / 100
  return { value: roundsUp ? Math.ceil(exact) : Math.floor(exact) }
}
