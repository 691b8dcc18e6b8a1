import { type Token, tokensOf } from './tokens.ts'
import { NoTree, type Tree } from './tree.ts'

const mostTokens = 2000
const deepest = 100
const operand =
  "'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER"
/** From the loosest to the tightest. */
const binary: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
]
const reserved = new Set(
  'as break const continue else for function if import let loop package namespace return var void while in'.split(' '),
)

/** Parses an expression. Throws NoTree where it is broken, or where its words are not known here. */
export function parse(text: string): Tree {
  const tokens = tokensOf(text)
  if (!tokens || tokens.length > mostTokens) throw new NoTree('it is written in a way that is not known here')
  let next = 0
  let depth = 0
  const peek = (): Token => tokens[next] ?? { kind: 'end', text: '<EOF>', at: text.length }
  const is = (...signs: readonly string[]) => signs.includes(peek().text) && ['sign', 'name'].includes(peek().kind)
  const take = (sign: string): boolean => {
    if (!is(sign)) return false
    next++
    return true
  }
  const expect = (sign: string) => {
    if (take(sign)) return
    const { kind, text: found, at } = peek()
    // Of several that are missing the compiler says more.
    if (kind === 'end' && unclosed(tokens) === 1) throw new NoTree(`Syntax error: missing '${sign}' at '<EOF>'`, at)
    throw new NoTree(`its syntax is broken before ${found}`)
  }

  const expression = (): Tree => {
    if (++depth > deepest) throw new NoTree('it is nested too deeply')
    const condition = operation(0)
    const { at } = peek()
    let tree = condition
    if (take('?')) {
      const yes = operation(0)
      expect(':')
      tree = { kind: 'call', function: '_?_:_', args: [condition, yes, expression()], at }
    }
    depth--
    return tree
  }

  const operation = (level: number): Tree => {
    const signs = binary[level]
    if (!signs) return unary()
    let left = operation(level + 1)
    while (is(...signs)) {
      const { text: sign, at } = peek()
      next++
      left = { kind: 'call', function: sign === 'in' ? '@in' : `_${sign}_`, args: [left, operation(level + 1)], at }
    }
    return left
  }

  const unary = (): Tree => {
    const { text: sign, at } = peek()
    if (!is('!', '-')) return member()
    next++
    // Two of them are as good as none.
    if (sign === '!' && take('!')) return unary()
    const { kind } = peek()
    if (sign === '-' && (kind === 'int' || kind === 'double')) return member()
    if (is('!', '-')) throw new NoTree('it has several signs in front')
    return { kind: 'call', function: sign === '!' ? '!_' : '-_', args: [member()], at }
  }

  const member = (): Tree => {
    let of = primary()
    for (;;) {
      const { at } = peek()
      if (take('.')) {
        const field = name()
        const open = peek().at
        of = take('(')
          ? { kind: 'call', function: field, target: of, args: list(')'), at: open }
          : { kind: 'select', of, field, at }
      } else if (take('[')) {
        const index = expression()
        expect(']')
        of = { kind: 'call', function: '_[_]', args: [of, index], at }
      } else return of
    }
  }

  const name = (): string => {
    const token = peek()
    if (token.kind !== 'name' || ['in', 'true', 'false', 'null'].includes(token.text))
      throw new NoTree(`a name is missing before ${token.text}`)
    next++
    return token.text
  }

  const list = (end: string): readonly Tree[] => {
    const items: Tree[] = []
    while (!is(end)) {
      items.push(expression())
      if (!take(',')) break
    }
    expect(end)
    return items
  }

  const primary = (): Tree => {
    const token = peek()
    const { kind, at } = token
    next++
    switch (kind) {
      case 'int':
      case 'uint':
      case 'double':
      case 'string':
      case 'bytes':
        return { kind: 'literal', type: kind, text: token.text, at }
      case 'name': {
        if (token.text === 'true' || token.text === 'false')
          return { kind: 'literal', type: 'bool', text: token.text, at }
        if (token.text === 'null') return { kind: 'literal', type: 'null', text: token.text, at }
        if (reserved.has(token.text)) throw new NoTree(`${token.text} is a word of the language`)
        const open = peek().at
        return take('(')
          ? { kind: 'call', function: token.text, args: list(')'), at: open }
          : { kind: 'name', name: token.text, at }
      }
      case 'end': {
        const before = tokens[next - 2]
        const isPlain = !before || ([...binary.flat(), '?', ':'].includes(before.text) && next > 2)
        throw isPlain
          ? new NoTree(`Syntax error: mismatched input '<EOF>' expecting {${operand}}`, at)
          : new NoTree('its end is missing')
      }
      default:
        break
    }
    if (token.text === '(') {
      const inner = expression()
      expect(')')
      return inner
    }
    if (token.text === '[') return { kind: 'list', items: list(']'), at }
    if (token.text === '{') return { kind: 'map', entries: entries(), at }
    throw new NoTree(`its syntax is broken at ${token.text}`)
  }

  const entries = (): readonly (readonly [Tree, Tree])[] => {
    const found: (readonly [Tree, Tree])[] = []
    while (!is('}')) {
      const key = expression()
      expect(':')
      found.push([key, expression()])
      if (!take(',')) break
    }
    expect('}')
    return found
  }

  const tree = expression()
  const { kind, text: left, at } = peek()
  if (kind === 'end') return tree
  if (next === tokens.length - 2) throw new NoTree(`Syntax error: extraneous input '${left}' expecting <EOF>`, at)
  throw new NoTree(`Syntax error: mismatched input '${left}' expecting <EOF>`, at)
}

function unclosed(tokens: readonly Token[]): number {
  const signs = tokens.filter(({ kind }) => kind === 'sign').map(({ text }) => text)
  return signs.filter(it => '([{'.includes(it)).length - signs.filter(it => ')]}'.includes(it)).length
}
