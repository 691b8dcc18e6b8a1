import { operators, transformers } from '../condition/syntax.ts'
import { allFields } from '../fields.ts'

/** What a condition waits for at some place of it. */
export interface ExpressionPlace {
  /**
   * `start`: a field, a macro, not. `operator`: how the field is compared. `value`: what with. `list`: the same between
   * parentheses. `argument`: the field of a transformer. `joined`: and, or.
   */
  readonly waits: 'start' | 'operator' | 'value' | 'list' | 'argument' | 'joined'
  /** What is compared: the field that stands last. */
  readonly field: string
  /** What `evt.type` is compared with so far. */
  readonly types: readonly string[]
}

const tokens = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[()]|[<>!=]=?|[^\s()"'<>!=,]+/g
const words: ReadonlySet<string> = new Set(operators)
const calls: ReadonlySet<string> = new Set(transformers)
const takesList: ReadonlySet<string> = new Set(['in', 'intersects', 'pmatch'])

/** Goes through what stands before a word, faults and all, and says what the word may be. */
export function expressionPlace(before: string): ExpressionPlace {
  let waits: ExpressionPlace['waits'] = 'start'
  let field = ''
  let calling = 0
  let isList = false
  const types: string[] = []
  for (const [token] of before.matchAll(tokens)) {
    if (waits === 'list') {
      if (token === ')') waits = 'joined'
      else if (field === 'evt.type') types.push(token)
    } else if (calling > 0) {
      if (token === '(') calling += waits === 'argument' ? 0 : 1
      else if (token === ')') calling--
      else if (allFields().has(nameOf(token))) field = token
      waits = calling > 0 ? 'argument' : 'operator'
    } else if (waits === 'operator') {
      if (token === 'exists') waits = 'joined'
      else if (words.has(token)) {
        isList = takesList.has(token)
        waits = 'value'
      } else if (token === 'and' || token === 'or') waits = 'start'
    } else if (waits === 'value') {
      if (token === '(' && isList) waits = 'list'
      else {
        if (field === 'evt.type') types.push(token)
        waits = 'joined'
      }
    } else if (waits === 'joined') {
      if (token === 'and' || token === 'or') waits = 'start'
    } else if (calls.has(token)) {
      calling = 1
      waits = 'argument'
    } else if (token === ')') waits = 'joined'
    else if (token !== '(' && token !== 'and' && token !== 'or' && token !== 'not') {
      field = token
      waits = token.includes('.') ? 'operator' : 'joined'
    }
  }
  return { waits, field, types }
}

const nameOf = (token: string) => token.replace(/\[.*$/, '')
