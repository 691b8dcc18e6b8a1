import { createHash } from 'node:crypto'
import type { AttemptState } from './protocol.ts'

/** sha256 over the canonical form of a state (keys sorted, bytes as base64), hex: equal states have equal digests. */
export function digestOf(state: AttemptState): string {
  return createHash('sha256').update(canonical(state)).digest('hex')
}

/** JSON with sorted keys; bytes become `{"base64": …}`, so that it can be read back. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, it: unknown) => {
    if (it instanceof Uint8Array) return { base64: Buffer.from(it).toString('base64') }
    if (typeof it !== 'object' || it === null || Array.isArray(it)) return it
    const entries = Object.entries(it).filter(([, inner]) => inner !== undefined)
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** Reads what `canonical` wrote of a state. */
export function readState(text: string): AttemptState {
  return JSON.parse(text, (_key, it: unknown) => {
    if (typeof it === 'object' && it !== null && 'base64' in it && typeof it.base64 === 'string')
      return new Uint8Array(Buffer.from(it.base64, 'base64'))
    return it
  }) as AttemptState
}
