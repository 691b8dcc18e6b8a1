import { keywords } from './tables.ts'

/**
 * The scanner reads the same character differently in different places: `(` in a path, in a list, behind `flags=`. Each such
 * way of reading is a mode; messages of the parser name it.
 */
export type Mode =
  | 'INITIAL'
  | 'SUB_ID'
  | 'SUB_ID_WS'
  | 'SUB_VALUE'
  | 'EXTCOND_MODE'
  | 'EXTCONDLIST_MODE'
  | 'NETWORK_MODE'
  | 'LIST_VAL_MODE'
  | 'LIST_COND_MODE'
  | 'LIST_COND_VAL'
  | 'LIST_COND_PAREN_VAL'
  | 'ASSIGN_MODE'
  | 'RLIMIT_MODE'
  | 'MOUNT_MODE'
  | 'DBUS_MODE'
  | 'SIGNAL_MODE'
  | 'PTRACE_MODE'
  | 'UNIX_MODE'
  | 'CHANGE_PROFILE_MODE'
  | 'INCLUDE'
  | 'INCLUDE_EXISTS'
  | 'ABI_MODE'
  | 'USERNS_MODE'
  | 'MQUEUE_MODE'
  | 'INTEGER_MODE'

/** One thing that can stand in a mode. The longest wins, then the first; what only has to follow counts for the length. */
export interface Lexeme {
  /** Sticky; group 1 is the thing itself. */
  readonly pattern: RegExp
  /** The parser's name for it; without one it is passed over. */
  readonly token?: string
  /** Its text has escapes in it. */
  readonly escaped?: boolean
  readonly enter?: Mode
  /** Takes the place of the present mode. */
  readonly become?: Mode
  readonly leave?: boolean
  /** What cannot be said by a table. */
  readonly special?: 'word' | 'include' | 'trailing-comma'
}

const BLANK = '[ \\t]'
const PLAIN = '[^ \\t\\r\\n"!,]'
const ESCAPED = '\\\\[ \\t"!,]'
const ID = `(?:${ESCAPED}|${PLAIN}|,${PLAIN})`
const IDS = `${ID}+`
const QUOTED = '"(?:\\\\"|[^"\\0])*"'
const QUOTED_VALUE = '"(?:\\\\"|[^"\\0])+"'
const LIST_VALUE = '(?:\\\\[ \\t"!,()]|[^ \\t\\n"!,()])+'
const NAME = '[A-Za-z][A-Za-z0-9_]*'
const VARIABLE = `@(?:\\{${NAME}\\}|${NAME})`
const AFTER_VARIABLE = '(?:\\\\[ \\t"!,()]|[^ \\t\\n"!,=+]|,[^ \\t\\n"!,=+])'
const LABEL = `(?:/|${VARIABLE}${AFTER_VARIABLE}|:|&)${ID}*`
const NO_EQUALS = '[^ \\t\\n"!,=)]'
const IDS_NO_EQUALS = `[^ \\t\\n"!,=()+&](?:${NO_EQUALS}|,${NO_EQUALS})*`
const FILE_MODES = '(?:[RrWwaLlMmkXx]|[PpCc]?[IiUu][Xx]|[PpCc][Xx])+'
const INCLUDED = '(?:\\\\[ \\t"!,]|[^ \\t\\r\\n"!,<>]|,[^ \\t\\r\\n"!,<>])+'

function at(source: string, rest: Omit<Lexeme, 'pattern'> = {}): Lexeme {
  return { pattern: new RegExp(source, 'y'), ...rest }
}

/** A word of its own, which the parser has a token for. */
const words = (...names: readonly string[]) =>
  names.map(name => at(`(${name})`, { token: tokenOfWord[name] ?? `TOK_${name.toUpperCase()}` }))
const tokenOfWord: Readonly<Record<string, string>> = keywords

const blanks = at(`(${BLANK}+)`)
const newline = at('(\\r?\\n)')
const comment = at('(#[^\\n]*\\r?\\n)')
const endOfRule = at('(,)', { token: 'TOK_END_OF_RULE', leave: true })
const value = (source: string, rest: Omit<Lexeme, 'pattern'> = {}) =>
  at(`(${source})`, { token: 'TOK_VALUE', escaped: true, ...rest })
const id = (source: string, rest: Omit<Lexeme, 'pattern'> = {}) =>
  at(`(${source})`, { token: 'TOK_ID', escaped: true, ...rest })

const conditions = [
  at(`(peer|xattrs)${BLANK}*=${BLANK}*\\(`, { token: 'TOK_CONDLISTID', enter: 'EXTCONDLIST_MODE' }),
  at(`(priority)${BLANK}*=`, { token: 'TOK_PRIORITY', enter: 'INTEGER_MODE' }),
  at(`(${NAME})${BLANK}*=`, { token: 'TOK_CONDID', enter: 'EXTCOND_MODE' }),
  at(`(${NAME})${BLANK}+in${BLANK}*\\(`, { token: 'TOK_CONDID', enter: 'EXTCOND_MODE' }),
]
const list = at('(\\()', { token: 'TOK_OPENPAREN', enter: 'LIST_VAL_MODE' })
const accesses = [...words('read', 'write'), list, at('(rw|wr|r|w)[\\s,]', { token: 'TOK_MODE' })]
const operand = id(`${IDS_NO_EQUALS}|${LABEL}|${QUOTED}`)
const included = `<(?:[^">\\t\\r\\n]+|${QUOTED})>|${QUOTED}|${INCLUDED}`
const socket = words('listen', 'accept', 'connect', 'getopt', 'setopt', 'shutdown')
const inRule = [blanks, newline, endOfRule]

/** What can stand where. */
export const lexemes: Readonly<Record<Mode, readonly Lexeme[]>> = {
  INITIAL: [
    blanks,
    ...conditions,
    at(`(#include${BLANK}+if${BLANK}+exists)${BLANK}[^\\n]*\\r?\\n`, { enter: 'INCLUDE_EXISTS' }),
    at(`(include${BLANK}+if${BLANK}+exists)${BLANK}`, { enter: 'INCLUDE_EXISTS' }),
    at('(#include)[^\\n]*\\r?\\n', { enter: 'INCLUDE' }),
    at(`(include)${BLANK}`, { enter: 'INCLUDE' }),
    at('(all)[^A-Za-z0-9_]', { token: 'TOK_ALL' }),
    comment,
    at('(\\^)', { token: 'TOK_CARET', enter: 'SUB_ID' }),
    at('(->)', { token: 'TOK_ARROW', enter: 'SUB_ID_WS' }),
    at('(=)', { token: 'TOK_EQUALS', enter: 'ASSIGN_MODE' }),
    at('(\\+=)', { token: 'TOK_ADD_ASSIGN', enter: 'ASSIGN_MODE' }),
    at(`(${VARIABLE})`, { token: 'TOK_SET_VAR' }),
    at(`(\\$(?:\\{${NAME}\\}|${NAME}))`, { token: 'TOK_BOOL_VAR' }),
    at('(\\{)', { token: 'TOK_OPEN' }),
    at('(\\})', { token: 'TOK_CLOSE' }),
    id(`${LABEL}|"[/@:&](?:\\\\"|[^"\\0])*"`),
    at(`(${FILE_MODES})[\\s,]`, { token: 'TOK_MODE' }),
    at(`(hat${BLANK}*)`, { token: 'TOK_HAT', enter: 'SUB_ID' }),
    at(`(profile${BLANK}*)`, { token: 'TOK_PROFILE', enter: 'SUB_ID' }),
    at('(:)', { token: 'TOK_COLON' }),
    list,
    at(`(${NAME})`, { special: 'word' }),
    at('(,)', { token: 'TOK_END_OF_RULE' }),
    newline,
  ],
  SUB_ID: [id(`${IDS}|${QUOTED}`, { leave: true })],
  SUB_ID_WS: [blanks, newline, id(`${IDS}|${QUOTED}`, { leave: true })],
  SUB_VALUE: [value(`${IDS}|${QUOTED}`, { leave: true })],
  LIST_VAL_MODE: [
    blanks,
    newline,
    at('(\\))', { token: 'TOK_CLOSEPAREN', leave: true }),
    at('(,)'),
    value(`${LIST_VALUE}|${QUOTED}`),
  ],
  EXTCOND_MODE: [
    blanks,
    newline,
    at(`(=${BLANK}*)[^(\\n \\t]`, { token: 'TOK_EQUALS', become: 'SUB_VALUE' }),
    at('(=)', { token: 'TOK_EQUALS' }),
    at('(\\()', { token: 'TOK_OPENPAREN', become: 'LIST_VAL_MODE' }),
    at('(in)', { token: 'TOK_IN' }),
  ],
  LIST_COND_VAL: [blanks, newline, value(`${LIST_VALUE}|${QUOTED_VALUE}`, { leave: true })],
  LIST_COND_PAREN_VAL: [blanks, newline, at('(\\))', { leave: true }), value(`${LIST_VALUE}|${QUOTED_VALUE}`)],
  LIST_COND_MODE: [
    blanks,
    newline,
    at('(\\))', { token: 'TOK_CLOSEPAREN', leave: true }),
    at('(,)'),
    at(`(${NO_EQUALS}+)`, { token: 'TOK_CONDID', escaped: true }),
    at(`(=${BLANK}*\\()`, { token: 'TOK_EQUALS', enter: 'LIST_COND_PAREN_VAL' }),
    at('(=)', { token: 'TOK_EQUALS', enter: 'LIST_COND_VAL' }),
  ],
  EXTCONDLIST_MODE: [
    blanks,
    newline,
    at('(=)', { token: 'TOK_EQUALS' }),
    at('(\\()', { token: 'TOK_OPENPAREN', become: 'LIST_COND_MODE' }),
  ],
  ASSIGN_MODE: [
    blanks,
    value(`${IDS}|${QUOTED}`),
    at('(,)', { special: 'trailing-comma' }),
    at('(#[^\\n]*\\r?\\n)', { leave: true }),
    at('(\\\\\\n)'),
    at('(\\r?\\n)', { leave: true }),
  ],
  CHANGE_PROFILE_MODE: [
    blanks,
    ...words('safe', 'unsafe'),
    at('(->)', { token: 'TOK_ARROW', enter: 'SUB_ID_WS' }),
    id(`${IDS}|${QUOTED}`),
    endOfRule,
    newline,
  ],
  RLIMIT_MODE: [
    blanks,
    at('(-?[0-9]+)', { token: 'TOK_VALUE' }),
    at('(infinity)(?![A-Za-z_])', { token: 'TOK_VALUE' }),
    at('([A-Za-z_]+)', { token: 'TOK_ID' }),
    at('(<=)', { token: 'TOK_LE' }),
    endOfRule,
    newline,
  ],
  NETWORK_MODE: [
    ...conditions,
    ...socket,
    ...words('create', 'getattr', 'setattr', 'bind', 'send', 'receive'),
    ...accesses,
    operand,
    ...inRule,
  ],
  UNIX_MODE: [
    ...conditions,
    ...socket,
    ...words('create', 'getattr', 'setattr', 'bind', 'send', 'receive'),
    ...accesses,
    operand,
    ...inRule,
  ],
  DBUS_MODE: [...conditions, ...words('bind', 'eavesdrop', 'send', 'receive'), ...accesses, operand, ...inRule],
  SIGNAL_MODE: [...conditions, ...words('send', 'receive'), ...accesses, operand, ...inRule],
  PTRACE_MODE: [...conditions, ...words('trace', 'readby', 'tracedby'), ...accesses, operand, ...inRule],
  MOUNT_MODE: [...conditions, at('(->)', { token: 'TOK_ARROW' }), operand, ...inRule],
  MQUEUE_MODE: [
    ...conditions,
    ...words('create', 'open', 'delete', 'getattr', 'setattr'),
    ...accesses,
    operand,
    ...inRule,
  ],
  USERNS_MODE: [...words('create'), ...inRule],
  INCLUDE: [blanks, at(`(${included})`, { special: 'include' }), newline],
  INCLUDE_EXISTS: [blanks, at(`(${included})`, { special: 'include' }), newline],
  ABI_MODE: [
    blanks,
    at(`(<(?:[^">\\t\\r\\n]+|${QUOTED})>)`, { token: 'TOK_ID' }),
    at(`(${QUOTED}|${INCLUDED})`, { token: 'TOK_VALUE' }),
    endOfRule,
    newline,
  ],
  INTEGER_MODE: [blanks, at('(=)', { token: 'TOK_EQUALS' }), at('([+-]?[0-9]+)', { token: 'TOK_VALUE', leave: true })],
}

/** The mode that a rule's first word brings. */
export const modeOfRule: Readonly<Record<string, Mode>> = {
  TOK_RLIMIT: 'RLIMIT_MODE',
  TOK_NETWORK: 'NETWORK_MODE',
  TOK_CHANGE_PROFILE: 'CHANGE_PROFILE_MODE',
  TOK_MOUNT: 'MOUNT_MODE',
  TOK_REMOUNT: 'MOUNT_MODE',
  TOK_UMOUNT: 'MOUNT_MODE',
  TOK_DBUS: 'DBUS_MODE',
  TOK_SIGNAL: 'SIGNAL_MODE',
  TOK_PTRACE: 'PTRACE_MODE',
  TOK_UNIX: 'UNIX_MODE',
  TOK_ABI: 'ABI_MODE',
  TOK_USERNS: 'USERNS_MODE',
  TOK_MQUEUE: 'MQUEUE_MODE',
}
