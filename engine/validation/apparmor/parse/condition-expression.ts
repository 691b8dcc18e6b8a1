import { type Parser, takeIf, unexpected } from './parser.ts'
import { stop } from './refusal.ts'
import { variableName } from './variables.ts'

/** What stands behind `if`: `$FLAG`, `defined @{SET}`, `defined $FLAG`, with any number of `not` before it. */
export function conditionHolds(parser: Parser): boolean {
  let negated = false
  while (takeIf(parser, 'TOK_NOT')) negated = !negated
  return simple(parser) !== negated
}

function simple(parser: Parser): boolean {
  if (takeIf(parser, 'TOK_DEFINED')) {
    const token = takeIf(parser, 'TOK_SET_VAR', 'TOK_BOOL_VAR')
    if (!token) throw unexpected(parser, 'TOK_SET_VAR', 'TOK_BOOL_VAR')
    const name = variableName(token.text)
    return token.kind === 'TOK_SET_VAR' ? parser.sets.has(name) : flag(parser, token.text)
  }
  const token = takeIf(parser, 'TOK_BOOL_VAR')
  if (!token) throw unexpected(parser, 'TOK_BOOL_VAR', 'TOK_NOT', 'TOK_DEFINED')
  return flag(parser, token.text)
}

function flag(parser: Parser, written: string): boolean {
  const holds = parser.booleans.get(variableName(written))
  if (holds !== undefined) return holds
  const words = `Unset boolean variable ${written} used in if-expression`
  throw stop(parser.scanner, 'apparmor-variable', words, { variable: written })
}
