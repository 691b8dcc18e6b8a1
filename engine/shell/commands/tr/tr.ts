import { bytesFromText, textFromBytes } from '../../../cluster/bytes.ts'
import { type Command, failed } from '../command.ts'
import { optionsOf } from '../options.ts'

const classes: Readonly<Record<string, (code: number) => boolean>> = {
  alnum: code => /[A-Za-z0-9]/.test(String.fromCharCode(code)),
  alpha: code => /[A-Za-z]/.test(String.fromCharCode(code)),
  blank: code => code === 32 || code === 9,
  cntrl: code => code < 32 || code === 127,
  digit: code => code >= 48 && code <= 57,
  graph: code => code > 32 && code < 127,
  lower: code => code >= 97 && code <= 122,
  print: code => code >= 32 && code < 127,
  punct: code => /[!-/:-@[-`{-~]/.test(String.fromCharCode(code)),
  space: code => code === 32 || (code >= 9 && code <= 13),
  upper: code => code >= 65 && code <= 90,
  xdigit: code => /[0-9A-Fa-f]/.test(String.fromCharCode(code)),
}
const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 }

/** The bytes that a set means, in order. `fill` stands for `[x*]`, which takes as many as are needed. */
function expand(text: string, fillTo: number): readonly number[] | { readonly problem: string } {
  const out: number[] = []
  const bytes = bytesFromText(text)
  let fill: { at: number; code: number } | undefined
  const read = (at: number): { code: number; next: number } => {
    const code = bytes[at] ?? 0
    if (code !== 92) return { code, next: at + 1 }
    const rest = textFromBytes(bytes.subarray(at + 1, at + 4))
    const octal = /^[0-7]{1,3}/.exec(rest)?.[0]
    if (octal) return { code: Number.parseInt(octal, 8) & 255, next: at + 1 + octal.length }
    if (at + 1 >= bytes.length) return { code: 92, next: at + 1 }
    const letter = String.fromCharCode(bytes[at + 1] ?? 0)
    return { code: escapes[letter] ?? bytes[at + 1] ?? 0, next: at + 2 }
  }
  for (let at = 0; at < bytes.length; ) {
    const rest = textFromBytes(bytes.subarray(at))
    const named = /^\[:(\w+):\]/.exec(rest)
    if (named) {
      const test = Object.hasOwn(classes, named[1] ?? '') ? classes[named[1] ?? ''] : undefined
      if (!test) return { problem: `invalid character class '${named[1]}'` }
      for (let code = 0; code < 256; code++) if (test(code)) out.push(code)
      at += named[0].length
      continue
    }
    const repeated = /^\[(\\.|[^\\])\*(\d*)\]/s.exec(rest)
    if (repeated) {
      const { code } = read(at + 1)
      const times = repeated[2] ?? ''
      if (times === '' || Number(times) === 0) fill = { at: out.length, code }
      else
        for (let i = 0; i < Math.min(Number.parseInt(times, times.startsWith('0') ? 8 : 10), 10_000); i++)
          out.push(code)
      at += bytesFromText(repeated[0]).length
      continue
    }
    const equal = /^\[=(.)=\]/s.exec(rest)
    if (equal) {
      out.push(bytesFromText(equal[1] ?? '')[0] ?? 0)
      at += 5
      continue
    }
    const { code, next } = read(at)
    if (bytes[next] === 45 && next + 1 < bytes.length) {
      const to = read(next + 1)
      if (to.code < code)
        return {
          problem: `range-endpoints of '${String.fromCharCode(code)}-${String.fromCharCode(to.code)}' are in reverse collating sequence order`,
        }
      for (let it = code; it <= to.code; it++) out.push(it)
      at = to.next
      continue
    }
    out.push(code)
    at = next
  }
  if (fill) out.splice(fill.at, 0, ...Array.from({ length: Math.max(fillTo - out.length, 0) }, () => fill?.code ?? 0))
  return out
}

export const tr: Command = async (args, context) => {
  const given = optionsOf('tr', args, {
    letters: 'cCdst',
    long: { complement: 'c', delete: 'd', 'squeeze-repeats': 's', 'truncate-set1': 't' },
  })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const hint = "Try 'tr --help' for more information.\n"
  const [first, second] = rest
  const deletes = options.has('d')
  const squeezes = options.has('s')
  if (first === undefined) return failed(`tr: missing operand\n${hint}`)
  if (second === undefined && (!deletes || squeezes) && !(squeezes && !deletes))
    return failed(
      `tr: missing operand after '${first}'\nTwo strings must be given when ${deletes ? 'both deleting and squeezing repeats' : 'translating'}.\n${hint}`,
    )
  if (second !== undefined && deletes && !squeezes)
    return failed(
      `tr: extra operand '${second}'\nOnly one string may be given when deleting without squeezing repeats.\n${hint}`,
    )
  if (rest.length > 2) return failed(`tr: extra operand '${rest[2]}'\n${hint}`)
  const from = expand(first, 0)
  if ('problem' in from) return failed(`tr: ${from.problem}\n`)
  const complemented = options.has('c') || options.has('C')
  const set1 = complemented ? Array.from({ length: 256 }, (_, code) => code).filter(code => !from.includes(code)) : from
  const to = second === undefined ? [] : expand(second, set1.length)
  if ('problem' in to) return failed(`tr: ${to.problem}\n`)
  const input = await context.input()
  await context.work(input.length)
  const map = new Map<number, number>()
  const translates = second !== undefined && !deletes
  if (translates) {
    if (to.length === 0) return failed('tr: when not truncating set1, string2 must be non-empty\n')
    set1.forEach((code, index) => {
      const target = to[index] ?? (options.has('t') ? undefined : to.at(-1))
      if (target !== undefined && !(map.has(code) && false)) map.set(code, target)
    })
  }
  const removed = new Set(deletes ? set1 : [])
  const squeezed = new Set(squeezes ? (second !== undefined ? to : set1) : [])
  // What is not ASCII is translated byte by byte, as GNU tr does.
  const bytes = bytesFromText(input)
  const out = new Uint8Array(bytes.length)
  let length = 0
  let last = -1
  for (const byte of bytes) {
    if (removed.has(byte)) continue
    const shown = map.get(byte) ?? byte
    if (shown === last && squeezed.has(shown)) continue
    last = shown
    out[length++] = shown
  }
  return { stdout: textFromBytes(out.subarray(0, length)), stderr: '', exitCode: 0 }
}
