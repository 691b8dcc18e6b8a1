import { permission } from '../permissions.ts'
import type { ExecMode } from '../policy.ts'
import type { Parser } from './parser.ts'
import { stop } from './refusal.ts'

/** What the letters of a file rule say. */
export interface Letters {
  readonly permissions: number
  /** Undefined without `x`; without `to` when nothing stands before the `x`. */
  readonly exec?: ExecMode
}

/** Reads the letters of a file rule. Upper case means the same but before an `x`, where it cleans the environment. */
export function fileLetters(parser: Parser, text: string): Letters {
  const fail = (words: string) => stop(parser.scanner, 'apparmor-permissions', words, { letters: text })
  let bits = 0
  let exec: ExecMode | undefined
  const conflict = (qualifier: string) =>
    fail(`Exec qualifier '${qualifier}' invalid, conflicting qualifier already specified`)
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    const lower = letter.toLowerCase()
    if (lower === 'w' || lower === 'a') {
      const both = permission.w | permission.a
      if (lower === 'w' ? (bits & both) === permission.a : bits & permission.w) {
        throw fail("Conflict 'a' and 'w' perms are mutually exclusive.")
      }
      bits |= lower === 'w' ? both : permission.a
    } else if (lower === 'r') bits |= permission.r
    else if (lower === 'l') bits |= permission.l
    else if (lower === 'k') bits |= permission.k
    else if (lower === 'm') bits |= permission.m
    else if (lower === 'x') {
      bits |= permission.x
      exec ??= { unsafe: false }
    } else {
      const { mode, qualifier } = qualified(text, at)
      const clash = lower === 'i' ? exec?.to !== undefined && exec.to !== 'inherit' : exec && !sameMode(exec, mode)
      if (clash) throw conflict(qualifier)
      exec = mode
      bits |= permission.x
      at += qualifier.length
    }
  }
  return { permissions: bits, ...(exec && { exec }) }
}

/** `i`, `p`, `c`, `u`, and `pi`, `pu`, `ci`, `cu`; the `x` follows. */
function qualified(text: string, at: number): { readonly mode: ExecMode; readonly qualifier: string } {
  const letter = text[at] ?? ''
  const next = text[at + 1]?.toLowerCase()
  const unsafe = letter !== 'i' && letter !== 'I' && letter === letter.toLowerCase()
  if (letter === 'i' || letter === 'I') return { mode: { to: 'inherit', unsafe: false }, qualifier: letter }
  if (letter === 'u' || letter === 'U') return { mode: { to: 'unconfined', unsafe }, qualifier: letter }
  const to = letter.toLowerCase() === 'p' ? 'profile' : 'child'
  const otherwise = next === 'i' ? 'inherit' : next === 'u' ? 'unconfined' : undefined
  const qualifier = text.slice(at, at + (otherwise ? 2 : 1))
  return { mode: { to, ...(otherwise && { otherwise }), unsafe }, qualifier }
}

/** Whether two rules may speak of one program together. */
export function sameMode(one: ExecMode, other: ExecMode): boolean {
  return (
    one.to === other.to &&
    one.otherwise === other.otherwise &&
    one.unsafe === other.unsafe &&
    one.target === other.target
  )
}
