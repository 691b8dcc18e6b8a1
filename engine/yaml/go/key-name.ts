import { shortFloat32 } from './go-number.ts'
import type { ScalarValue } from './scalar.ts'

/** The name that a key of YAML has in JSON; undefined for those that JSON cannot have. */
export function keyName(key: ScalarValue): string | undefined {
  if (key.kind === 'null' || key.kind === 'uint') return undefined
  if (key.kind !== 'float') return String(key.value)
  const text = shortFloat32(key.value)
  return { '+Inf': '.inf', '-Inf': '-.inf', NaN: '.nan' }[text] ?? text
}
