import { expect, type Parser, peek, take, takeIf, unexpected } from './parser.ts'
import { refuse, stop } from './refusal.ts'
import { variableName } from './variables.ts'

/** What stands before the profiles: aliases, variables, the ABI. */
export function preamble(parser: Parser): void {
  for (;;) {
    switch (peek(parser).kind) {
      case 'TOK_ALIAS':
        alias(parser)
        break
      case 'TOK_SET_VAR':
        setVariable(parser)
        break
      case 'TOK_BOOL_VAR':
        booleanVariable(parser)
        break
      case 'TOK_ABI':
        abiRule(parser)
        break
      default:
        return
    }
  }
}

function alias(parser: Parser): void {
  take(parser)
  const from = expect(parser, 'TOK_ID').text
  expect(parser, 'TOK_ARROW')
  const to = expect(parser, 'TOK_ID').text
  expect(parser, 'TOK_END_OF_RULE')
  parser.aliases.push({ from, to })
}

function setVariable(parser: Parser): void {
  const { text, place } = take(parser)
  const name = variableName(text)
  const sign = expect(parser, 'TOK_EQUALS', 'TOK_ADD_ASSIGN')
  const values = [expect(parser, 'TOK_VALUE').text]
  for (let more = takeIf(parser, 'TOK_VALUE'); more; more = takeIf(parser, 'TOK_VALUE')) values.push(more.text)
  const data = { variable: name }
  const known = parser.sets.get(name)
  if (sign.kind === 'TOK_EQUALS') {
    if (known || parser.booleans.has(name)) throw defined(name, place)
    parser.sets.set(name, values)
    return
  }
  if (parser.booleans.has(name)) {
    throw refuse('apparmor-variable', `Variable ${name} is not a set variable`, place, data)
  }
  if (!known) throw refuse('apparmor-variable', `Failed to find declaration for: ${name}`, place, data)
  known.push(...values)
}

function booleanVariable(parser: Parser): void {
  const { text, place } = take(parser)
  const name = variableName(text)
  expect(parser, 'TOK_EQUALS')
  const value = expect(parser, 'TOK_VALUE').text
  if (!/^(?:true|false)$/i.test(value)) {
    const words = `Invalid boolean assignment for (${text}): ${value} is not true or false`
    throw stop(parser.scanner, 'apparmor-variable', words, { variable: name })
  }
  if (parser.sets.has(name) || parser.booleans.has(name)) throw defined(name, place)
  parser.booleans.set(name, value.toLowerCase() === 'true')
}

function defined(name: string, place: Parameters<typeof refuse>[2]): Error {
  return refuse('apparmor-variable', `'${name}' is already defined`, place, { variable: name })
}

const knownAbis = /^(?:abi\/(?:3\.0|4\.0|kernel-5\.4-(?:vanilla|outoftree-network))|kernel)$/

/** `abi <abi/4.0>,` */
export function abiRule(parser: Parser): void {
  take(parser)
  const token = takeIf(parser, 'TOK_ID', 'TOK_VALUE')
  if (!token) throw unexpected(parser, 'TOK_ID', 'TOK_VALUE')
  expect(parser, 'TOK_END_OF_RULE')
  const name = token.text.replace(/^<?"?\s*|\s*"?>?$/g, '')
  const { files, base } = parser.scanner.includes
  if (token.kind === 'TOK_ID' && (knownAbis.test(name) || files.has(`${base}/${name}`))) return
  if (token.kind === 'TOK_VALUE' && (files.has(name) || files.has(`${base}/${name}`) || knownAbis.test(name))) return
  const words = `Could not open '${name}': No such file or directory`
  throw stop(parser.scanner, 'apparmor-include', words, { include: name }, token.place.range)
}
