import type { Matcher } from './matcher.ts'
import type { Operator } from './syntax.ts'

/** Texts of fewer characters are numbers that a double holds exactly. */
const exactly = 16

const orders: Partial<Record<Operator, (a: number | bigint, b: number | bigint) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

/** Compares numbers that come as text, decimal. What is no number satisfies nothing. */
export function compileNumber(operator: Operator, constant: bigint): Matcher | undefined {
  const order = orders[operator]
  if (order) {
    const near = Number(constant)
    const isNear = Number.isSafeInteger(near)
    return value => {
      if (value === '') return false
      const number = Number(value)
      if (!Number.isInteger(number)) return false
      return isNear && value.length < exactly ? order(number, near) : order(BigInt(value), constant)
    }
  }
  const equals = compileNumberSet([constant])
  if (operator === '=') return equals
  return operator === '!=' ? value => !equals(value) && isNumber(value) : undefined
}

/** Whether a number is one of these. */
export function compileNumberSet(constants: readonly bigint[]): Matcher {
  const wanted = new Set(constants.map(String))
  // Some numbers are filled up with zeros.
  return value => wanted.has(value) || (isPadded(value) && wanted.has(String(BigInt(value))))
}

function isPadded(value: string): boolean {
  return value.charCodeAt(0) === 48 && value.length > 1 && isNumber(value)
}

function isNumber(value: string): boolean {
  return value !== '' && Number.isInteger(Number(value))
}
