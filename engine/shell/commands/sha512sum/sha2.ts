/** The first bits of the fractional parts of roots of primes, from which SHA-2 takes its constants. */
function fraction(prime: number, root: 2 | 3, bits: bigint): bigint {
  // floor(prime^(1/root) * 2^bits) by Newton's method in integers.
  const wanted = BigInt(prime) << (bits * BigInt(root))
  let x = 1n << (bits + 8n)
  for (;;) {
    const next = root === 2 ? (x + wanted / x) / 2n : (2n * x + wanted / (x * x)) / 3n
    if (next >= x) return x & ((1n << bits) - 1n)
    x = next
  }
}

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every(prime => n % prime !== 0)) found.push(n)
  return found
}

const eighty = primes(80)
const rounds512 = eighty.map(prime => fraction(prime, 3, 64n))
const rounds256 = eighty.slice(0, 64).map(prime => Number(fraction(prime, 3, 32n)))
const start512 = eighty.slice(0, 8).map(prime => fraction(prime, 2, 64n))
const start384 = eighty.slice(8, 16).map(prime => fraction(prime, 2, 64n))
const start256 = eighty.slice(0, 8).map(prime => Number(fraction(prime, 2, 32n)))
const start224 = start384.map(value => Number(value & 0xffffffffn))

function padded(bytes: Uint8Array, block: number): Uint8Array {
  const room = block === 64 ? 9 : 17
  const out = new Uint8Array(Math.ceil((bytes.length + room) / block) * block)
  out.set(bytes)
  out[bytes.length] = 0x80
  const bits = BigInt(bytes.length) * 8n
  for (let i = 0; i < 8; i++) out[out.length - 1 - i] = Number((bits >> BigInt(8 * i)) & 0xffn)
  return out
}

const turn = (value: number, by: number) => (value >>> by) | (value << (32 - by))

/** SHA-256 and SHA-224 as hexadecimal text. */
export function sha256(bytes: Uint8Array, short = false): string {
  const data = padded(bytes, 64)
  const state = [...(short ? start224 : start256)]
  const w = new Int32Array(64)
  for (let block = 0; block < data.length; block += 64) {
    for (let i = 0; i < 16; i++) {
      const at = block + i * 4
      w[i] = ((data[at] ?? 0) << 24) | ((data[at + 1] ?? 0) << 16) | ((data[at + 2] ?? 0) << 8) | (data[at + 3] ?? 0)
    }
    for (let i = 16; i < 64; i++) {
      const [a, b] = [w[i - 15] ?? 0, w[i - 2] ?? 0]
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
      const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
      w[i] = ((w[i - 16] ?? 0) + s0 + (w[i - 7] ?? 0) + s1) | 0
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let i = 0; i < 64; i++) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      const one = (h + s1 + ((e & f) ^ (~e & g)) + (rounds256[i] ?? 0) + (w[i] ?? 0)) | 0
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] ?? 0) + value) | 0
  }
  return state
    .slice(0, short ? 7 : 8)
    .map(value => (value >>> 0).toString(16).padStart(8, '0'))
    .join('')
}

const turn64 = (value: bigint, by: bigint) => ((value >> by) | (value << (64n - by))) & 0xffffffffffffffffn

/** SHA-512 and SHA-384 as hexadecimal text. */
export function sha512(bytes: Uint8Array, short = false): string {
  const data = padded(bytes, 128)
  const mask = 0xffffffffffffffffn
  const state = [...(short ? start384 : start512)]
  const w: bigint[] = new Array(80).fill(0n)
  for (let block = 0; block < data.length; block += 128) {
    for (let i = 0; i < 16; i++) {
      let word = 0n
      for (let j = 0; j < 8; j++) word = (word << 8n) | BigInt(data[block + i * 8 + j] ?? 0)
      w[i] = word
    }
    for (let i = 16; i < 80; i++) {
      const [a, b] = [w[i - 15] ?? 0n, w[i - 2] ?? 0n]
      const s0 = turn64(a, 1n) ^ turn64(a, 8n) ^ (a >> 7n)
      const s1 = turn64(b, 19n) ^ turn64(b, 61n) ^ (b >> 6n)
      w[i] = ((w[i - 16] ?? 0n) + s0 + (w[i - 7] ?? 0n) + s1) & mask
    }
    let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state
    for (let i = 0; i < 80; i++) {
      const s1 = turn64(e, 14n) ^ turn64(e, 18n) ^ turn64(e, 41n)
      const one = (h + s1 + ((e & f) ^ (~e & mask & g)) + (rounds512[i] ?? 0n) + (w[i] ?? 0n)) & mask
      const s0 = turn64(a, 28n) ^ turn64(a, 34n) ^ turn64(a, 39n)
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) & mask
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & mask, c, b, a, (one + two) & mask]
    }
    for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] ?? 0n) + value) & mask
  }
  return state
    .slice(0, short ? 6 : 8)
    .map(value => value.toString(16).padStart(16, '0'))
    .join('')
}
