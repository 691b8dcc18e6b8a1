// Long on purpose: one recursive-descent grammar, which reads best in one piece.

import type { AwkFunction, AwkProblem, Expression, Program, Redirect, Rule, Statement } from './syntax.ts'
import { type Token, tokensOf } from './tokens.ts'

const assigning = new Set(['=', '+=', '-=', '*=', '/=', '%=', '^='])
const withoutParentheses = new Set(['length'])

/** Reads an awk program. */
export function parseAwk(text: string): Program | AwkProblem {
  try {
    return read(tokensOf(text))
  } catch (thrown) {
    if (typeof thrown === 'object' && thrown !== null && 'problem' in thrown) return thrown as AwkProblem
    throw thrown
  }
}

function read(tokens: readonly Token[]): Program {
  let place = 0
  let depth = 0
  /** Inside `print …` a `>` sends the output somewhere; inside `for (… in …)` `in` is no operator. */
  let noGreater = false
  let noIn = false
  const rules: Rule[] = []
  const functions = new Map<string, AwkFunction>()

  const end: Token = { kind: 'end', text: '', at: tokens.at(-1)?.at ?? 0 }
  const peek = (ahead = 0): Token => tokens[place + ahead] ?? end
  const fail = (): never => {
    const { kind, at } = peek()
    throw { problem: kind === 'end' || kind === 'line' ? 'unexpected newline or end of string' : 'syntax error', at }
  }
  const is = (text: string, kind: Token['kind'] = 'sign', ahead = 0) =>
    peek(ahead).kind === kind && peek(ahead).text === text
  const takes = (text: string, kind: Token['kind'] = 'sign') => {
    if (!is(text, kind)) return false
    place++
    return true
  }
  const wants = (text: string, kind: Token['kind'] = 'sign') => {
    if (!takes(text, kind)) fail()
  }
  const lines = () => {
    while (peek().kind === 'line') place++
  }
  const separators = () => {
    while (peek().kind === 'line' || is(';')) place++
  }
  const name = () => {
    const { kind, text } = peek()
    if (kind !== 'name' && kind !== 'call') return fail()
    place++
    return text
  }
  const nested = <T>(work: () => T): T => {
    if (++depth > 100) throw { problem: 'program too deeply nested', at: peek().at }
    const done = work()
    depth--
    return done
  }

  const block = (): Statement => {
    wants('{')
    const body: Statement[] = []
    separators()
    while (!is('}')) {
      if (peek().kind === 'end') fail()
      body.push(statement())
      separators()
    }
    place++
    return { kind: 'block', body }
  }
  const ended = () => {
    if (peek().kind === 'line' || is(';')) place++
    else if (!is('}') && peek().kind !== 'end') fail()
  }
  const body = (): Statement => {
    lines()
    if (takes(';')) return { kind: 'block', body: [] }
    return statement()
  }
  const statement = (): Statement => nested(oneStatement)
  const oneStatement = (): Statement => {
    const { kind, text } = peek()
    if (is('{')) return block()
    if (kind === 'word')
      switch (text) {
        case 'if': {
          place++
          wants('(')
          const test = expression()
          wants(')')
          const yes = body()
          const before = place
          separators()
          if (takes('else', 'word')) return { kind: 'if', test, yes, no: body() }
          place = before
          return { kind: 'if', test, yes }
        }
        case 'while': {
          place++
          wants('(')
          const test = expression()
          wants(')')
          return { kind: 'while', test, body: body(), first: false }
        }
        case 'do': {
          place++
          const inner = body()
          separators()
          wants('while', 'word')
          wants('(')
          const test = expression()
          wants(')')
          ended()
          return { kind: 'while', test, body: inner, first: true }
        }
        case 'for':
          return forStatement()
        case 'break':
        case 'continue':
        case 'next':
        case 'nextfile':
          place++
          ended()
          return { kind: 'leave', word: text }
        case 'exit':
        case 'return': {
          place++
          const value = peek().kind === 'line' || is(';') || is('}') || peek().kind === 'end' ? undefined : expression()
          ended()
          return { kind: 'leave', word: text, ...(value ? { value } : {}) }
        }
        default:
      }
    const simple = simpleStatement()
    ended()
    return simple
  }
  const forStatement = (): Statement => {
    place++
    wants('(')
    if (peek().kind === 'name' && is('in', 'word', 1) && peek(2).kind === 'name' && is(')', 'sign', 3)) {
      const variable = name()
      place++
      const list = name()
      wants(')')
      return { kind: 'each', variable, name: list, body: body() }
    }
    const start = is(';') ? undefined : simpleStatement()
    wants(';')
    lines()
    const test = is(';') ? undefined : expression()
    wants(';')
    lines()
    const next = is(')') ? undefined : simpleStatement()
    wants(')')
    return {
      kind: 'for',
      ...(start ? { start } : {}),
      ...(test ? { test } : {}),
      ...(next ? { next } : {}),
      body: body(),
    }
  }
  const simpleStatement = (): Statement => {
    if (is('print', 'word') || is('printf', 'word')) return print(is('printf', 'word'))
    if (takes('delete', 'word')) {
      const list = name()
      if (!takes('[')) return { kind: 'delete', name: list }
      const keys = list_(']')
      return { kind: 'delete', name: list, keys }
    }
    return { kind: 'expression', value: expression() }
  }
  const print = (format: boolean): Statement => {
    place++
    const outer = noGreater
    noGreater = true
    const args: Expression[] = []
    if (is('(') && closesPrint()) {
      place++
      noGreater = false
      if (!is(')')) args.push(...list_(')'))
      else place++
      noGreater = true
    } else if (!printEnds()) {
      args.push(expression())
      while (takes(',')) {
        lines()
        args.push(expression())
      }
    }
    noGreater = outer
    const sign = is('>') ? '>' : is('>>') ? '>>' : is('|') ? '|' : undefined
    if (sign === undefined) return { kind: 'print', args, format }
    place++
    const redirect: Redirect = { sign, target: concatenation() }
    return { kind: 'print', args, format, redirect }
  }
  const printEnds = () =>
    peek().kind === 'line' || peek().kind === 'end' || is(';') || is('}') || is('>') || is('>>') || is('|')
  /** Whether the parenthesis after `print` holds all its arguments. */
  const closesPrint = () => {
    let open = 0
    for (let ahead = 0; peek(ahead).kind !== 'end'; ahead++) {
      if (is('(', 'sign', ahead)) open++
      if (is(')', 'sign', ahead) && --open === 0) {
        const after = peek(ahead + 1)
        return (
          after.kind === 'line' ||
          after.kind === 'end' ||
          (after.kind === 'sign' && [';', '}', '>', '>>', '|'].includes(after.text))
        )
      }
    }
    return false
  }
  const list_ = (close: string): Expression[] => {
    const outer = [noGreater, noIn] as const
    noGreater = false
    noIn = false
    const out: Expression[] = []
    lines()
    while (!is(close)) {
      out.push(expression())
      lines()
      if (!takes(',')) break
      lines()
    }
    wants(close)
    ;[noGreater, noIn] = outer
    return out
  }

  const isTarget = (it: Expression) => it.kind === 'variable' || it.kind === 'field' || it.kind === 'element'
  const expression = (): Expression => nested(ternary)
  const ternary = (): Expression => {
    const test = or()
    if (takes('?')) {
      lines()
      const yes = expression()
      lines()
      wants(':')
      lines()
      return { kind: 'either', test, yes, no: expression() }
    }
    const { kind, text } = peek()
    if (kind === 'sign' && assigning.has(text) && isTarget(test)) {
      place++
      lines()
      return { kind: 'assign', sign: text, target: test, value: expression() }
    }
    return test
  }
  const or = (): Expression => {
    let left = and()
    while (takes('||')) {
      lines()
      left = { kind: 'binary', sign: '||', left, right: and() }
    }
    return left
  }
  const and = (): Expression => {
    let left = membership()
    while (takes('&&')) {
      lines()
      left = { kind: 'binary', sign: '&&', left, right: membership() }
    }
    return left
  }
  const membership = (): Expression => {
    let left = match()
    while (!noIn && takes('in', 'word')) left = { kind: 'in', keys: [left], name: name() }
    return left
  }
  const match = (): Expression => {
    let left = comparison()
    while (is('~') || is('!~')) {
      const sign = peek().text
      place++
      left = { kind: 'binary', sign, left, right: comparison() }
    }
    return left
  }
  const comparison = (): Expression => {
    const left = concatenation()
    const { kind, text } = peek()
    if (kind !== 'sign' || !['<', '<=', '==', '!=', '>=', '>'].includes(text) || (noGreater && text === '>'))
      return left
    place++
    return { kind: 'binary', sign: text, left, right: concatenation() }
  }
  const startsOperand = () => {
    const { kind, text } = peek()
    if (kind === 'number' || kind === 'string' || kind === 'regex' || kind === 'name' || kind === 'call') return true
    return kind === 'sign' && ['$', '!', '(', '-', '+', '++', '--'].includes(text)
  }
  const concatenation = (): Expression => {
    let left = sum()
    while (startsOperand() && !is('+') && !is('-')) left = { kind: 'binary', sign: ' ', left, right: sum() }
    return left
  }
  const sum = (): Expression => {
    let left = product()
    while (is('+') || is('-')) {
      const sign = peek().text
      place++
      left = { kind: 'binary', sign, left, right: product() }
    }
    return left
  }
  const product = (): Expression => {
    let left = unary()
    while (is('*') || is('/') || is('%')) {
      const sign = peek().text
      place++
      left = { kind: 'binary', sign, left, right: unary() }
    }
    return left
  }
  const unary = (): Expression => {
    if (is('!') || is('-') || is('+')) {
      const sign = peek().text
      place++
      return { kind: 'unary', sign, value: nested(unary) }
    }
    return power()
  }
  const power = (): Expression => {
    const base = postfix()
    if (!takes('^')) return base
    const exponent = is('-') || is('+') || is('!') ? unary() : power()
    return { kind: 'binary', sign: '^', left: base, right: exponent }
  }
  const postfix = (): Expression => {
    const value = primary()
    if (!isTarget(value)) return value
    if (takes('++')) return { kind: 'step', target: value, by: 1, before: false }
    if (takes('--')) return { kind: 'step', target: value, by: -1, before: false }
    return value
  }
  const primary = (): Expression => {
    const { kind, text } = peek()
    if (kind === 'number') {
      place++
      return { kind: 'number', value: Number(text) }
    }
    if (kind === 'string') {
      place++
      return { kind: 'string', value: text }
    }
    if (kind === 'regex') {
      place++
      return { kind: 'regex', source: text }
    }
    if (takes('$')) {
      if (is('++') || is('--')) return { kind: 'field', index: primary() }
      return { kind: 'field', index: is('-') ? unary() : primary() }
    }
    if (is('++') || is('--')) {
      const by = peek().text === '++' ? 1 : -1
      place++
      const target = primary()
      return isTarget(target) ? { kind: 'step', target, by, before: true } : fail()
    }
    if (takes('(')) {
      const inner = list_(')')
      const [only] = inner
      if (takes('in', 'word')) return { kind: 'in', keys: inner, name: name() }
      return inner.length === 1 && only ? { kind: 'unary', sign: '(', value: only } : fail()
    }
    if (takes('getline', 'word')) {
      const target = peek().kind === 'name' || is('$') ? primary() : undefined
      const file = takes('<') ? primary() : undefined
      return { kind: 'getline', ...(target ? { target } : {}), ...(file ? { file } : {}) }
    }
    if (kind === 'call') {
      place += 2
      return { kind: 'call', name: text, args: list_(')') }
    }
    if (kind === 'name') {
      place++
      if (takes('[')) return { kind: 'element', name: text, keys: list_(']') }
      if (withoutParentheses.has(text)) return { kind: 'call', name: text, args: [] }
      return { kind: 'variable', name: text }
    }
    return fail()
  }

  separators()
  while (peek().kind !== 'end') {
    if (takes('function', 'word') || takes('func', 'word')) {
      const title = name()
      wants('(')
      const parameters: string[] = []
      while (!is(')')) {
        parameters.push(name())
        lines()
        if (!takes(',')) break
        lines()
      }
      wants(')')
      lines()
      functions.set(title, { parameters, body: block() })
    } else if (takes('BEGIN', 'word')) rules.push({ when: 'begin', body: block() })
    else if (takes('END', 'word')) rules.push({ when: 'end', body: block() })
    else if (is('{')) rules.push({ when: 'always', body: block() })
    else {
      const when = expression()
      let until: Expression | undefined
      if (takes(',')) {
        lines()
        until = expression()
      }
      const action = is('{') ? block() : undefined
      rules.push({ when, ...(until ? { until } : {}), ...(action ? { body: action } : {}) })
    }
    separators()
  }
  return { rules, functions }
}
