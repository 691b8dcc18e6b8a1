import { byBytes } from '../../yaml/go/by-bytes.ts'
import {
  inOrder,
  type Operator,
  type Requirement,
  requirementError,
  requirementKeyError,
} from './selector-requirement.ts'

type Parsed = { readonly requirements: readonly Requirement[] } | { readonly error: string }

/** A word or a sign. Behind the last one stands an empty text. */
interface Token {
  readonly kind: 'word' | 'sign' | 'end'
  readonly text: string
}

/**
 * Reads a label selector in a line, as `kubectl -l` takes it: `app in (web,api),!old,tier!=db`. The error is Kubernetes'.
 */
export function parseLabelSelector(text: string): Parsed {
  const tokens = tokensOf(text)
  let at = 0
  const peek = (): Token => tokens[at] ?? end
  const take = (): Token => tokens[at++] ?? end
  const begins = ({ kind, text: it }: Token) => kind === 'word' || it === '!'
  const requirements: Requirement[] = []
  while (peek().kind !== 'end') {
    if (!begins(peek())) return { error: `found '${peek().text}', expected: !, identifier, or 'end of string'` }
    const read = readRequirement(peek, take)
    if ('error' in read) return { error: `unable to parse requirement: ${read.error}` }
    requirements.push(read)
    const next = take()
    if (next.kind === 'end') break
    if (next.text !== ',') return { error: `found '${next.text}', expected: ',' or 'end of string'` }
    if (!begins(peek())) return { error: `found '${peek().text}', expected: identifier after ','` }
  }
  return { requirements: inOrder(requirements) }
}

type Read<T> = T | { readonly error: string }

const operators: Readonly<Record<string, Operator>> = {
  ...{ in: 'in', notin: 'notin', '=': '=', '==': '==', '!=': '!=', '>': 'gt', '<': 'lt' },
}

function readRequirement(peek: () => Token, take: () => Token): Read<Requirement> {
  const isNot = peek().text === '!'
  if (isNot) take()
  const { kind, text: key } = take()
  if (kind !== 'word') return { error: `found '${key}', expected: identifier` }
  const bad = requirementKeyError(key)
  if (bad !== undefined) return { error: bad }
  if (isNot) return { key, operator: '!', values: [] }
  if (peek().kind === 'end' || peek().text === ',') return { key, operator: 'exists', values: [] }
  const { text: sign } = take()
  const operator = Object.hasOwn(operators, sign) ? operators[sign] : undefined
  if (!operator) return { error: `found '${sign}', expected: in, notin, =, ==, !=, gt, lt` }
  const values = operator === 'in' || operator === 'notin' ? readSet(peek, take) : readOne(peek, take)
  if ('error' in values) return values
  const error = requirementError(key, operator, values)
  return error === undefined ? { key, operator, values } : { error }
}

function readOne(peek: () => Token, take: () => Token): Read<readonly string[]> {
  if (peek().kind === 'end' || peek().text === ',') return ['']
  const { kind, text } = take()
  return kind === 'word' ? [text] : { error: `found '${text}', expected: identifier` }
}

/** `(a,b)`. Between commas nothing is an empty value. */
function readSet(peek: () => Token, take: () => Token): Read<readonly string[]> {
  const { text: opening } = take()
  if (opening !== '(') return { error: `found '${opening}' expected: '('` }
  const values = new Set<string>()
  const first = peek()
  if (first.text !== ')' && first.text !== ',' && first.kind !== 'word')
    return { error: `found '${first.text}', expected: ',', ')' or identifier` }
  if (first.text === ')') values.add('')
  while (peek().text !== ')') {
    const { kind, text } = take()
    if (kind === 'word') {
      values.add(text)
      if (peek().text !== ',' && peek().text !== ')') return { error: `found '${peek().text}', expected: ',' or ')'` }
    } else if (text === ',') {
      if (values.size === 0) values.add('')
      if (peek().text === ')') values.add('')
      if (peek().text === ',') {
        take()
        values.add('')
      }
    } else return { error: `found '${text}', expected: ',', or identifier` }
  }
  take()
  return [...values].sort(byBytes)
}

const end: Token = { kind: 'end', text: '' }

/**
 * `in` and `notin` are words like others: only where an operator is due do they mean something. To Kubernetes a character
 * of nought is the end of a token, and of the text where a token is due.
 */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const [token, sign, word] of text.matchAll(tokenShape)) {
    if (token === '\0') break
    tokens.push(sign === undefined ? { kind: 'word', text: word ?? '' } : { kind: 'sign', text: sign })
  }
  return tokens
}

const tokenShape = /(==|!=|[=!(),<>])\0?|([^ \t\r\n=!(),<>\0]+)\0?|\0/g
