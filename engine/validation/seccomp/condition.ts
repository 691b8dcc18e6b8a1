/** A comparison of one argument. `MASKED_EQ`: (argument & mask) == (datum & mask); all others use the full mask. */
export interface Condition {
  readonly arg: number
  readonly op: Operator
  readonly mask: bigint
  readonly datum: bigint
}

export type Operator = 'NE' | 'LT' | 'LE' | 'EQ' | 'GE' | 'GT' | 'MASKED_EQ'

export const ALL_BITS = 0xffffffffffffffffn

const operators: Readonly<Record<string, Operator>> = {
  SCMP_CMP_NE: 'NE',
  SCMP_CMP_LT: 'LT',
  SCMP_CMP_LE: 'LE',
  SCMP_CMP_EQ: 'EQ',
  SCMP_CMP_GE: 'GE',
  SCMP_CMP_GT: 'GT',
  SCMP_CMP_MASKED_EQ: 'MASKED_EQ',
}

export const operatorNames: readonly string[] = Object.keys(operators)

export function operatorOf(text: string): Operator | undefined {
  return Object.hasOwn(operators, text) ? operators[text] : undefined
}

/** `value` is the mask of MASKED_EQ and `valueTwo` its datum; the others compare with `value` alone. */
export function condition(arg: number, op: Operator, value: bigint, valueTwo: bigint): Condition {
  return op === 'MASKED_EQ' ? { arg, op, mask: value, datum: valueTwo } : { arg, op, mask: ALL_BITS, datum: value }
}

/**
 * What a table compares of it: all 64 bits, or the low 32. Undefined when no bit is left: such a comparison cannot fail. Two that
 * ask the same are equal field by field.
 */
export function compared({ arg, op, mask, datum }: Condition, wide: boolean): Condition | undefined {
  const bits = wide ? mask : mask & 0xffffffffn
  return bits === 0n ? undefined : { arg, op, mask: bits, datum: datum & bits }
}
