import { permission } from '../permissions.ts'
import type { ChangeProfileRule, ExecMode, FileRule, Prefix } from '../policy.ts'
import { fileLetters, type Letters } from './exec-mode.ts'
import { type Beginning, expect, type Parser, peek, stated, take, takeIf, unexpected } from './parser.ts'
import { stop } from './refusal.ts'
import type { Token } from './scanner.ts'

const everything = permission.r | permission.w | permission.a | permission.l | permission.k | permission.m

/** `/path rw,` · `rw /path,` · `file …` · `file,` */
export function fileRule(parser: Parser, prefix: Prefix, begin: Beginning): FileRule {
  if (takeIf(parser, 'TOK_FILE')) {
    const end = takeIf(parser, 'TOK_END_OF_RULE')
    if (end) {
      const letters: Letters = {
        permissions: everything | permission.x,
        exec: { to: 'inherit', unsafe: false },
      }
      return made(parser, { prefix, begin, end, path: '/{**,}', letters })
    }
  }
  const safety = takeIf(parser, 'TOK_UNSAFE', 'TOK_SAFE')?.kind
  const name = takeIf(parser, 'TOK_ID', 'TOK_SET_VAR')
  if (name) return pathFirst(parser, prefix, begin, safety, name)
  if (peek(parser).kind !== 'TOK_MODE') throw unexpected(parser, 'TOK_ID', 'TOK_MODE', 'TOK_SET_VAR')
  return lettersFirst(parser, prefix, begin, safety)
}

function pathFirst(
  parser: Parser,
  prefix: Prefix,
  begin: Beginning,
  safety: string | undefined,
  name: Token,
): FileRule {
  const letters = withSafety(fileLetters(parser, expect(parser, 'TOK_MODE').text), safety)
  const next = peek(parser).kind
  if (next === 'TOK_ID' || next === 'TOK_SET_VAR') {
    const words = `missing an end of line character? (entry: ${name.text})`
    throw stop(parser.scanner, 'apparmor-missing-comma', words, { entry: name.text }, name.place.range)
  }
  const target = namedTarget(parser)
  const end = expect(parser, 'TOK_END_OF_RULE')
  checkSafety(parser, letters, safety)
  return made(parser, { prefix, begin, end, path: name.text, letters, ...(target !== undefined && { target }) })
}

function lettersFirst(parser: Parser, prefix: Prefix, begin: Beginning, safety: string | undefined): FileRule {
  const letters = withSafety(fileLetters(parser, take(parser).text), safety)
  const subset = takeIf(parser, 'TOK_SUBSET', 'TOK_LE') !== undefined
  const path = expect(parser, 'TOK_ID', 'TOK_SET_VAR').text
  const target = namedTarget(parser)
  const end = expect(parser, 'TOK_END_OF_RULE')
  const fail = (words: string) => stop(parser.scanner, 'apparmor-permissions', words)
  const links = (letters.permissions & permission.l) !== 0
  if (subset && letters.permissions & ~permission.l) throw fail('subset can only be used with link rules.')
  if (target !== undefined && links && letters.exec) {
    throw fail('link and exec perms conflict on a file rule using ->')
  }
  if (target?.startsWith(':') && links) throw fail('link perms are not allowed on a named profile transition.\n')
  checkSafety(parser, letters, safety)
  if (!links) return made(parser, { prefix, begin, end, path, letters, ...(target !== undefined && { target }) })
  const link = { subset, ...(target !== undefined && { target }) }
  return { ...made(parser, { prefix, begin, end, path, letters }), link }
}

function namedTarget(parser: Parser): string | undefined {
  return takeIf(parser, 'TOK_ARROW') && expect(parser, 'TOK_ID', 'TOK_SET_VAR').text
}

function withSafety(letters: Letters, safety: string | undefined): Letters {
  if (!letters.exec || safety === undefined) return letters
  return { ...letters, exec: { ...letters.exec, unsafe: safety === 'TOK_UNSAFE' } }
}

function checkSafety(parser: Parser, letters: Letters, safety: string | undefined): void {
  if (safety === undefined || letters.exec) return
  throw stop(parser.scanner, 'apparmor-permissions', 'unsafe rule missing exec permissions')
}

interface Parts {
  readonly prefix: Prefix
  readonly begin: Beginning
  readonly end: Token
  readonly path: string
  readonly letters: Letters
  readonly target?: string
}

function made(parser: Parser, { prefix, begin, end, path, letters, target }: Parts): FileRule {
  checkExec(parser, prefix, letters.exec)
  const exec = letters.exec && { ...letters.exec, ...(target !== undefined && { target }) }
  const { permissions } = letters
  return { kind: 'file', ...stated(parser, begin, prefix, end), path, permissions, ...(exec && { exec }) }
}

/** A deny rule takes every way of running at once; another rule has to say which. */
export function checkExec(parser: Parser, prefix: Prefix, exec: ExecMode | undefined): void {
  if (!exec) return
  const fail = (words: string) => stop(parser.scanner, 'apparmor-permissions', `Invalid perms, ${words}`)
  if (prefix.mode === 'deny' && exec.to !== undefined) {
    throw fail("in deny rules 'x' must not be preceded by exec qualifier 'i', 'p', or 'u'")
  }
  if (prefix.mode !== 'deny' && exec.to === undefined) {
    throw fail("'x' must be preceded by exec qualifier 'i', 'p', or 'u'")
  }
}

/** `link [subset] /new -> /existing,` */
export function linkRule(parser: Parser, prefix: Prefix, begin: Beginning): FileRule {
  take(parser)
  const subset = takeIf(parser, 'TOK_SUBSET', 'TOK_LE') !== undefined
  const path = expect(parser, 'TOK_ID', 'TOK_SET_VAR').text
  expect(parser, 'TOK_ARROW')
  const target = expect(parser, 'TOK_ID', 'TOK_SET_VAR').text
  const end = expect(parser, 'TOK_END_OF_RULE')
  const common = stated(parser, begin, prefix, end)
  return { kind: 'file', ...common, path, permissions: permission.l, link: { target, subset } }
}

/** `change_profile [[safe|unsafe] /program] [-> label],` */
export function changeProfileRule(parser: Parser, prefix: Prefix, begin: Beginning): ChangeProfileRule {
  take(parser)
  const safety = takeIf(parser, 'TOK_UNSAFE', 'TOK_SAFE')
  const exec = takeIf(parser, 'TOK_ID')?.text
  const target = namedTarget(parser)
  const end = expect(parser, 'TOK_END_OF_RULE')
  const fail = (words: string) => stop(parser.scanner, 'apparmor-permissions', words)
  if (exec === undefined && safety) {
    throw fail('Exec condition is required when unsafe or safe keywords are present')
  }
  if (exec !== undefined && !/^(?:\/|@\{)/.test(exec)) throw fail("Exec condition must begin with '/'.")
  if (prefix.owner) {
    throw stop(parser.scanner, 'apparmor-prefix', 'owner conditional not allowed on unix rules')
  }
  const unsafe = safety?.kind === 'TOK_UNSAFE'
  const common = stated(parser, begin, prefix, end)
  return { kind: 'change_profile', ...common, target: target ?? '**', unsafe, ...(exec !== undefined && { exec }) }
}
