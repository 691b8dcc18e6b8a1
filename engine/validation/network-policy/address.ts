/** An address as words of 32 bits: one of IPv4, four of IPv6. An IPv4 address that is written as IPv6 is IPv4. */
export type Address = readonly number[]

/** A range of addresses. */
export interface Cidr {
  /** The address in front of the slash. */
  readonly address: Address
  /** The first address of the range. */
  readonly first: Address
  readonly masks: Address
  /** Bits of the prefix, as written. */
  readonly bits: number
  /** Written as IPv6, though it may mean IPv4. */
  readonly isIpv6: boolean
}

/** Reads an address as Go does; parts of IPv4 may begin with noughts, as Kubernetes 1.35 still takes them. */
export function readAddress(text: string): Address | undefined {
  const words = readIpv4(text)
  if (words !== undefined) return [words]
  const six = readIpv6(text)
  return six && asIpv4(six)
}

export function readCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/')
  const [host, size] = [text.slice(0, slash), text.slice(slash + 1)]
  if (slash < 0 || !/^\d{1,9}$/.test(size)) return undefined
  const four = readIpv4(host)
  const words = four === undefined ? readIpv6(host) : [four]
  const bits = Number(size)
  if (!words || bits > words.length * 32) return undefined
  const masks = words.map((_, index) => maskOf(bits - index * 32))
  const first = masked(words, masks)
  const isIpv6 = four === undefined
  const address = asIpv4(words)
  const short = asIpv4(first)
  return { address, first: short, masks: short.length < masks.length ? masks.slice(3) : masks, bits, isIpv6 }
}

export function contains({ first, masks }: Cidr, address: Address): boolean {
  if (address.length !== first.length) return false
  for (let i = 0; i < first.length; i++) if (((address[i] ?? 0) & (masks[i] ?? 0)) >>> 0 !== first[i]) return false
  return true
}

/** As Go prints it: IPv6 in the shortest form (RFC 5952). */
export function shownAddress(address: Address): string {
  const [four = 0] = address
  if (address.length === 1) return [24, 16, 8, 0].map(shift => (four >>> shift) & 255).join('.')
  const parts = address.flatMap(word => [word >>> 16, word & 0xffff])
  const [start, length] = longestZeros(parts)
  const hex = parts.map(part => part.toString(16))
  if (length < 2) return hex.join(':')
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`
}

/** A range by its first address. What is IPv4 in IPv6 loses the bits in front, as in Go. */
export function shownCidr({ first, bits, isIpv6 }: Cidr): string {
  return `${shownAddress(first)}/${isIpv6 && first.length === 1 ? bits - 96 : bits}`
}

/** The row of noughts that is left out: the first of the longest ones. */
function longestZeros(parts: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0]
  for (let start = 0; start < parts.length; start++) {
    let end = start
    while (parts[end] === 0) end++
    if (end - start > best[1]) best = [start, end - start]
  }
  return best
}

function readIpv4(text: string): number | undefined {
  const parts = /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})\.(\d{1,15})$/.exec(text)?.slice(1).map(Number)
  if (!parts || parts.some(part => part > 255)) return undefined
  return parts.reduce((word, part) => word * 256 + part, 0)
}

/** Eight parts of four digits, with an IPv4 address for the last two at most. */
const longest = 45

function readIpv6(text: string): Address | undefined {
  if (text.length > longest) return undefined
  const [head = '', tail, more] = text.split('::')
  if (more !== undefined) return undefined
  const before = partsOf(head, tail === undefined)
  const after = tail === undefined ? [] : partsOf(tail, true)
  if (!before || !after) return undefined
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const parts = [...before, ...Array<number>(missing).fill(0), ...after]
  return [0, 2, 4, 6].map(at => (parts[at] ?? 0) * 65536 + (parts[at + 1] ?? 0))
}

/** The parts of 16 bits between colons; the last may be an IPv4 address. */
function partsOf(text: string, isLast: boolean): readonly number[] | undefined {
  if (text === '') return []
  const read: number[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    const four = isLast && index === parts.length - 1 && part.includes('.') ? readIpv4(part) : undefined
    if (four !== undefined) read.push(four >>> 16, four & 0xffff)
    else if (/^[\da-f]{1,4}$/i.test(part)) read.push(Number.parseInt(part, 16))
    else return undefined
  }
  return read
}

function asIpv4(words: Address): Address {
  const [a, b, c, d = 0] = words
  return words.length === 4 && a === 0 && b === 0 && c === 0xffff ? [d] : words
}

function maskOf(bits: number): number {
  if (bits <= 0) return 0
  return bits >= 32 ? 0xffffffff : (0xffffffff << (32 - bits)) >>> 0
}

function masked(words: Address, masks: Address): Address {
  return words.map((word, index) => (word & (masks[index] ?? 0)) >>> 0)
}
