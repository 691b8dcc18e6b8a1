import type { FieldType } from '../fields.ts'
import { type Address, parseAddress, parseNetwork, parseV4 } from './address.ts'
import { bytesOf } from './position.ts'
import { servicePort } from './service-port.ts'

/** A constant that cannot be what its field holds: Falco's words. */
export interface BadValue {
  readonly message: string
}

export function isBad(value: unknown): value is BadValue {
  return typeof value === 'object' && value !== null && 'message' in value
}

const unsigned: Partial<Record<FieldType, number>> = { u: 64, v: 32, r: 64, a: 64, f: 32, m: 32 }
const signed: Partial<Record<FieldType, number>> = { i: 64, j: 32, k: 16 }

/** A whole number as C's `scanf` reads it; too large ones wrap round, or stop at 64 bits' end, in silence. */
export function parseInteger(text: string, type: FieldType): bigint | BadValue {
  if (!/^[ \t\n\v\f\r]*[+-]?\d+$/.test(text)) return { message: `${text} is not a valid number` }
  const value = BigInt(text.trim().replace(/^\+/, ''))
  const bits = signed[type]
  if (bits !== undefined) return BigInt.asIntN(bits, clamped(value, -(2n ** 63n), 2n ** 63n - 1n))
  const most = 2n ** 64n
  const whole = value >= most || value <= -most ? most - 1n : BigInt.asUintN(64, value)
  return BigInt.asUintN(unsigned[type] ?? 64, whole)
}

function clamped(value: bigint, least: bigint, most: bigint): bigint {
  return value < least ? least : value > most ? most : value
}

/** A port's number, or the name of a service. */
export function parsePort(text: string): bigint | BadValue {
  if (text === '') return 0n
  if (/^\d+$/.test(text)) return BigInt(text) % 65536n
  const port = servicePort(text)
  return port === undefined ? { message: `unrecognized protocol ${text}` } : BigInt(port)
}

export function parseBool(text: string): boolean | BadValue {
  if (text === 'true' || text === 'false') return text === 'true'
  return { message: `filter error: unrecognized boolean value ${text}` }
}

export function parseIp(text: string): Address | BadValue {
  const isV4 = text.includes('.')
  const address = isV4 ? parseV4(text) : parseAddress(text)
  return address ?? { message: `unrecognized ${isV4 ? 'IPv4' : 'IPv6'} address ${text}` }
}

export interface Network {
  readonly address: Address
  readonly bits: number
}

export function parseNet(text: string): Network | BadValue {
  return parseNetwork(text)
}

/** What Falco can hold of a string constant, its end included. */
const longest = 256

export function parseText(text: string): string | BadValue {
  const used = bytesOf(text) + 1
  return used > longest ? { message: `filter parameter too long (used=${used}, available=${longest}):${text}` } : text
}

export function parseBytes(text: string): string | BadValue {
  return bytesOf(text) >= longest ? { message: 'filter parameter too long (byte buf)' } : text
}
