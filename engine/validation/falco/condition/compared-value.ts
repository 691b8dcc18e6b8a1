import type { FalcoEvent } from '../event.ts'
import { radixOf } from '../event-types.ts'
import type { Subject } from './test.ts'

type Get = Subject['get']

/** What a comparison looks at: as an event tells it, but numbers that Falco prints in hex or octal in decimal. */
export function comparedValue({ get, field, type }: Subject): Get {
  const name = field?.spec.name
  if (name === 'fd.dev') return event => decimal(get(event), 16)
  if (name !== 'evt.rawarg' || type === 'c' || type === 'y' || type === 'x') return get
  const parameter = field?.argument ?? ''
  return (event: FalcoEvent) => decimal(get(event), radixOf(event.type, parameter))
}

function decimal(value: ReturnType<Get>, radix: 8 | 10 | 16): ReturnType<Get> {
  if (typeof value !== 'string' || radix === 10) return value
  if (radix === 16 && /^[0-9A-Fa-f]+$/.test(value)) return String(BigInt(`0x${value}`))
  return radix === 8 && /^[0-7]+$/.test(value) ? String(BigInt(`0o${value}`)) : value
}
