import type { SeccompCall } from '#engine/validation/seccomp/decide.ts'

const NUMBER = /^(0x[0-9a-f]{1,16}|\d{1,20})$/i
const MAX_ARGUMENT = 2n ** 64n - 1n

/** `unshare` or `clone(0x10000000, 0)` → a call. Numbers are unsigned, 64 bits, at most six. */
export function parseCall(text: string): SeccompCall | undefined {
  const [, syscall, list = ''] = /^\s*([a-z_][a-z0-9_]{0,40})\s*(?:\(([^()]*)\))?\s*$/i.exec(text) ?? []
  if (syscall === undefined) return undefined
  const pieces = list.trim() === '' ? [] : list.split(',').map(it => it.trim())
  if (pieces.length > 6 || !pieces.every(it => NUMBER.test(it))) return undefined
  const args = pieces.map(BigInt)
  if (args.some(it => it > MAX_ARGUMENT)) return undefined
  return args.length > 0 ? { syscall, args } : { syscall }
}
