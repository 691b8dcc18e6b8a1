import type { Line } from '../evaluator.ts'

/** Fields as Go's `omitempty` leaves them: without empty texts, lists and maps, and what is not there. */
export function filled(fields: Line): Line {
  return Object.fromEntries(
    Object.entries(fields)
      .map(([key, value]) => [key, value instanceof Map ? Object.fromEntries(value) : value] as const)
      .filter(([, value]) => !isEmpty(value)),
  )
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
