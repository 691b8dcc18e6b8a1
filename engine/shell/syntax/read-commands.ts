import { parse } from 'just-bash'
import type { CommandNode, ScriptNode, StatementNode } from './ast.ts'

/** What a piece of shell text is: whole, not finished yet, or wrong from the start. */
export type Parsed =
  | { readonly script: ScriptNode }
  | { readonly incomplete: true; readonly until?: string; readonly message: string }
  | { readonly message: string; readonly line: number }

/** Parses a text; a syntax error comes back in bash's words, without the `bash: ` in front. */
export function parseShell(text: string): Parsed {
  if (oddBackslash(text)) return { incomplete: true, message: 'syntax error: unexpected end of file' }
  let script: ScriptNode
  try {
    script = parse(text)
  } catch (thrown) {
    const mended = withoutAssignment(text, thrown)
    return mended === undefined ? wrong(thrown) : parseShell(mended)
  }
  const open = script.statements.map(unterminated).find(Boolean)
  if (open) return { incomplete: true, until: open, message: 'syntax error: unexpected end of file' }
  const deferred = script.statements.find(statement => statement.deferredError)
  if (deferred?.deferredError) return { message: deferred.deferredError.message, line: 1 }
  const last = script.statements.at(-1)
  if (last && endsOpen(last)) return { incomplete: true, message: 'syntax error: unexpected end of file' }
  return { script }
}

/** just-bash stumbles over `<<< name=value` and `> name=value`: what looks like an assignment is quoted for it. */
function withoutAssignment(text: string, thrown: unknown): string | undefined {
  const { type, start } = tokenOf(thrown)
  if (type !== 'ASSIGNMENT_WORD' || typeof start !== 'number' || !/[<>&|]\s*$/.test(text.slice(0, start)))
    return undefined
  const sign = text.indexOf('=', start)
  return sign < 0 ? undefined : `${text.slice(0, sign)}\\${text.slice(sign)}`
}

function oddBackslash(text: string): boolean {
  const end = /(\\+)\n?$/.exec(text)
  return end?.[1] !== undefined && end[1].length % 2 === 1 && !text.endsWith('\n')
}

interface ParseToken {
  readonly type?: unknown
  readonly value?: unknown
  readonly start?: unknown
  readonly heredocTerminated?: unknown
}

function tokenOf(thrown: unknown): ParseToken {
  const token = thrown !== null && typeof thrown === 'object' && 'token' in thrown ? thrown.token : undefined
  return typeof token === 'object' && token !== null ? token : {}
}

/** What just-bash says of a text that it cannot parse, in bash's words. */
function wrong(thrown: unknown): Parsed {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const line = Number(/^(?:Parse error at |line )(\d+)/.exec(message)?.[1] ?? 1) || 1
  const said = message.replace(/^Parse error at \d+:\d+: /, '').replace(/^line \d+: /, '')
  const quote = /unexpected EOF while looking for matching [`'](.)'/.exec(said)?.[1]
  if (quote !== undefined)
    return { incomplete: true, until: quote, message: `unexpected EOF while looking for matching \`${quote}'` }
  if (said.endsWith(': bad substitution')) return { message: said, line }
  const token = tokenOf(thrown)
  const atEnd = token.type === 'EOF' || (token.type === 'HEREDOC_CONTENT' && token.heredocTerminated === false)
  if (atEnd || /got EOF|unexpected end of file/.test(said))
    return { incomplete: true, message: 'syntax error: unexpected end of file' }
  if (said.startsWith('syntax error')) return { message: said, line }
  if (typeof token.value === 'string')
    return { message: `syntax error near unexpected token \`${token.value === '\n' ? 'newline' : token.value}'`, line }
  return { message: said.includes('unexpected') ? said : `syntax error: ${said}`, line }
}

/** The delimiter of a here-document that the text ends in. */
function unterminated(statement: StatementNode): string | undefined {
  for (const command of statement.pipelines.flatMap(pipeline => pipeline.commands)) {
    const redirections = command.redirections
    for (const { target } of redirections)
      if (target.type === 'HereDoc' && target.terminated === false) return target.delimiter
    const inside = bodies(command).map(unterminated).find(Boolean)
    if (inside) return inside
  }
  return undefined
}

function bodies(command: CommandNode): readonly StatementNode[] {
  switch (command.type) {
    case 'If':
      return [...command.clauses.flatMap(clause => [...clause.condition, ...clause.body]), ...(command.elseBody ?? [])]
    case 'While':
    case 'Until':
      return [...command.condition, ...command.body]
    case 'For':
    case 'CStyleFor':
    case 'Subshell':
    case 'Group':
      return command.body
    case 'Case':
      return command.items.flatMap(item => item.body)
    case 'FunctionDef':
      return bodies(command.body)
    default:
      return []
  }
}

/** just-bash ends `a |` and `a &&` with an empty command; bash asks for more. */
function endsOpen(statement: StatementNode): boolean {
  const pipeline = statement.pipelines.at(-1)
  const command = pipeline?.commands.at(-1)
  const joined = (pipeline?.commands.length ?? 0) > 1 || statement.pipelines.length > 1
  return (
    joined &&
    command?.type === 'SimpleCommand' &&
    command.name === null &&
    command.assignments.length === 0 &&
    command.redirections.length === 0
  )
}

/** One command of a longer text, or what is wrong with it. */
export type Piece =
  | { readonly text: string; readonly line: number; readonly script: ScriptNode; readonly open?: true }
  | { readonly text: string; readonly line: number; readonly message: string; readonly incomplete: boolean }

/** Cuts a text into whole commands, line by line, as a shell reads them. */
export function* readCommands(text: string): Generator<Piece> {
  const lines = text.replace(/\n$/, '').split('\n')
  for (let first = 0; first < lines.length; ) {
    let next = first + 1
    let piece = lines[first] ?? ''
    let parsed = parseShell(piece)
    // Each try reads all of it again: after a while several lines are taken at once.
    for (let tries = 0; 'incomplete' in parsed && next < lines.length; tries++) {
      const { until } = parsed
      const from = next
      next = Math.min(next + 1 + Math.floor((tries * tries) / 512), lines.length)
      if (until !== undefined) while (next < lines.length && !lines[next - 1]?.includes(until)) next++
      piece += `\n${lines.slice(from, next).join('\n')}`
      parsed = parseShell(piece)
    }
    if (next >= lines.length && 'incomplete' in parsed && parsed.until !== undefined) {
      const whole = parseShell(`${piece}\n`)
      if ('script' in whole) parsed = whole
    }
    if ('script' in parsed) {
      if (parsed.script.statements.length > 0) yield { text: piece, line: first + 1, script: parsed.script }
    } else if ('incomplete' in parsed) {
      const started = hereDocument(piece)
      if (started) yield { text: piece, line: first + 1, script: started, open: true }
      else yield { text: piece, line: first + 1, message: parsed.message, incomplete: true }
    } else yield { text: piece, line: first + parsed.line, message: parsed.message, incomplete: false }
    first = next
  }
}

/** A here-document that the text's end cuts off still runs, as in bash. */
function hereDocument(text: string): ScriptNode | undefined {
  try {
    const script = parse(text)
    return script.statements.some(unterminated) ? script : undefined
  } catch {
    return undefined
  }
}
