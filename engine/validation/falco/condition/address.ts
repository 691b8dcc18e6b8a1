import type { BadValue, Network } from './constants.ts'

/** An address's bytes: 4 or 16. */
export type Address = readonly number[]

export function parseAddress(text: string): Address | undefined {
  return text.includes('.') && !text.includes(':') ? parseV4(text) : parseV6(text)
}

export function parseV4(text: string): Address | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every(part => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    return undefined
  return parts.map(Number)
}

function parseV6(text: string): Address | undefined {
  const dot = text.includes('.') ? text.lastIndexOf(':') : -1
  const tail = dot === -1 ? undefined : parseV4(text.slice(dot + 1))
  if (dot !== -1 && !tail) return undefined
  const plain = tail ? `${text.slice(0, dot + 1)}${hex(tail, 0)}:${hex(tail, 2)}` : text
  const halves = plain.split('::')
  if (halves.length > 2) return undefined
  const [head = [], rest] = halves.map(half => (half === '' ? [] : half.split(':')))
  const groups =
    rest === undefined ? head : [...head, ...Array(Math.max(8 - head.length - rest.length, 0)).fill('0'), ...rest]
  if (rest !== undefined && head.length + rest.length > 7) return undefined
  if (groups.length !== 8 || !groups.every(group => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  return groups.flatMap(group => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
}

function hex(bytes: Address, at: number): string {
  return (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16)
}

/** A network as Falco reads it: with its own refusals, `::/0` among them. */
export function parseNetwork(text: string): Network | BadValue {
  const isV4 = text.includes('.')
  const slash = text.indexOf('/')
  if (slash === -1) return { message: `${isV4 ? 'unrecognized IP network' : 'invalid v6 netmask:'} ${text}` }
  const address = isV4 ? parseV4(text.slice(0, slash)) : parseV6(text.slice(0, slash))
  if (!address) return { message: `unrecognized ${isV4 ? 'IP' : 'IPv6'} address ${text}` }
  const mask = text.slice(slash + 1)
  if (!/^\s*[+-]?\d+$/.test(mask)) return { message: `${mask} is not a valid number` }
  const bits = Number(BigInt.asUintN(8, BigInt(mask.trim().replace(/^\+/, ''))))
  if (isV4 ? bits > 32 : bits === 0 || bits > 128) return { message: `invalid ${isV4 ? '' : 'v6 '}netmask ${mask}` }
  return { address, bits }
}

export function sameAddress(a: Address, b: Address): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

export function isIn(address: Address, { address: network, bits }: Network): boolean {
  if (address.length !== network.length) return false
  return network.every((byte, index) => {
    const own = Math.min(Math.max(bits - index * 8, 0), 8)
    const mask = (0xff << (8 - own)) & 0xff
    return ((address[index] ?? 0) & mask) === (byte & mask)
  })
}
