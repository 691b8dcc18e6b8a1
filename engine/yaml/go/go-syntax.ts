import type { Value } from './decode.ts'
import { shortFloat } from './go-number.ts'
import { goQuoted } from './go-quoted.ts'
import type { ScalarValue } from './scalar.ts'

/** A value as Go's `%#v` prints it. */
export function goSyntax(value: Value | ScalarValue): string {
  return value.kind === 'null' ? '<nil>' : inside(value)
}

function inside(value: Value | ScalarValue): string {
  if (value.kind === 'null') return 'interface {}(nil)'
  if (value.kind === 'string') return goQuoted(value.value)
  if (value.kind === 'uint') return `0x${value.value.toString(16)}`
  if (value.kind === 'float') return shortFloat(value.value)
  if (value.kind === 'list') return `[]interface {}{${value.items.map(inside).join(', ')}}`
  if (value.kind === 'map') {
    const entries = [...value.entries.values()].map(({ key, value: of }) => `${inside(key)}:${inside(of)}`)
    return `map[interface {}]interface {}{${entries.sort().join(', ')}}`
  }
  return String(value.value)
}
