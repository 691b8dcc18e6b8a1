/** What an expression may ask of the shell; names may have a subscript: `a[1]`. */
export interface Numbers {
  get(name: string): string
  set(name: string, value: string): void
}

/** The words of bash for an expression that it cannot evaluate. */
export interface ArithmeticProblem {
  readonly problem: string
}

const wrap = (value: bigint) => BigInt.asIntN(64, value)
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
]
const assignments = ['<<=', '>>=', '+=', '-=', '*=', '/=', '%=', '&=', '^=', '|=', '=']
const token =
  /\s*(?:(\d+#[0-9A-Za-z@_]+|0[xX][0-9A-Fa-f]+|\d+[0-9A-Za-z_@#]*)|([A-Za-z_]\w*)|(<<=|>>=|\*\*|\+\+|--|&&|\|\||<<|>>|<=|>=|==|!=|[-+*/%&^|]=|[-+*/%&^|<>=!~?:,()[\]]))/y

interface Read {
  readonly kind: 'number' | 'name' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

const nothing: Read = { kind: 'end', text: '', at: 0 }

/** Evaluates shell arithmetic in 64 bits, as bash does. */
export function evaluate(expression: string, numbers: Numbers, depth = 0): bigint | ArithmeticProblem {
  let at = 0
  let skipping = 0
  let nested = 0
  let signs = 0
  let now = nothing as Read

  /** Where the token before began: at the end of an expression, that is what bash shows. */
  let before = 0
  const fail = (why: string, at_ = now.kind === 'end' ? before : now.at): never => {
    const from = at_
    const rest = expression.slice(from).trimStart()
    throw { problem: `${expression.trim()}: ${why} (error token is "${rest}")` }
  }
  const advance = () => {
    if (now.kind !== 'end') before = now.at
    const start = at + (/^\s*/.exec(expression.slice(at))?.[0].length ?? 0)
    token.lastIndex = at
    const found = token.exec(expression)
    if (!found) {
      now = { kind: 'end', text: '', at: start }
      if (start < expression.length) fail('syntax error: operand expected', start)
      return
    }
    at = token.lastIndex
    const [, number, name, sign] = found
    now =
      number !== undefined
        ? { kind: 'number', text: number, at: start }
        : name !== undefined
          ? { kind: 'name', text: name, at: start }
          : { kind: 'sign', text: sign ?? '', at: start }
  }
  /** The next token, whatever the compiler believes it to be still. */
  const peek = (): Read => now
  const takes = (sign: string) => {
    if (now.kind !== 'sign' || now.text !== sign) return false
    advance()
    return true
  }

  const number = (text: string): bigint => {
    const based = /^(\d+)#(.+)$/.exec(text)
    if (based) return inBase(Number(based[1]), based[2] ?? '')
    if (/^0[xX]/.test(text)) return BigInt(text)
    if (/^0\d/.test(text)) return /^[0-7]+$/.test(text) ? BigInt(`0o${text}`) : fail('value too great for base')
    return /^\d+$/.test(text) ? BigInt(text) : fail('value too great for base')
  }
  const inBase = (base: number, digits: string): bigint => {
    if (base < 2 || base > 64) return fail('invalid arithmetic base')
    const order = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_'
    let sum = 0n
    for (const digit of base <= 36 ? digits.toLowerCase() : digits) {
      const worth = order.indexOf(digit)
      if (worth < 0 || worth >= base) return fail('value too great for base')
      sum = sum * BigInt(base) + BigInt(worth)
    }
    return sum
  }

  const lookUp = (name: string): bigint => {
    if (skipping > 0) return 0n
    const text = numbers.get(name).trim()
    if (text === '') return 0n
    if (/^-?\d+$/.test(text) && !/^-?0\d/.test(text)) return wrap(BigInt(text))
    if (depth > 32) return fail('expression recursion level exceeded')
    const inner = evaluate(text, numbers, depth + 1)
    if (typeof inner !== 'bigint') throw inner
    return inner
  }
  const store = (name: string, value: bigint): bigint => {
    if (skipping === 0) numbers.set(name, String(wrap(value)))
    return wrap(value)
  }

  const subscripted = (name: string): string => {
    if (now.kind !== 'sign' || now.text !== '[') return name
    let open = 1
    const start = at
    while (open > 0 && at < expression.length) {
      const char = expression[at++]
      if (char === '[') open++
      else if (char === ']') open--
    }
    if (open > 0) return fail('bad array subscript')
    const full = `${name}[${expression.slice(start, at - 1)}]`
    advance()
    return full
  }

  const primary = (): bigint => {
    const here = now
    if (here.kind === 'number') {
      const value = number(here.text)
      advance()
      return value
    }
    if (here.kind === 'name') {
      advance()
      const name = subscripted(here.text)
      if (now.kind === 'sign') {
        if (takes('++')) {
          const value = lookUp(name)
          store(name, value + 1n)
          return value
        }
        if (takes('--')) {
          const value = lookUp(name)
          store(name, value - 1n)
          return value
        }
        if (assignments.includes(now.text)) {
          const sign = now.text
          advance()
          const from = now.at
          const right = ternary()
          return store(name, sign === '=' ? right : apply(sign.slice(0, -1), lookUp(name), right, from))
        }
      }
      return lookUp(name)
    }
    if (takes('(')) {
      if (++nested > 200) return fail('expression recursion level exceeded')
      const value = comma()
      nested--
      if (!takes(')')) return fail("missing `)'")
      return value
    }
    return fail('syntax error: operand expected')
  }
  const unary = (): bigint => {
    if (++signs > 2000) return fail('expression recursion level exceeded')
    if (now.kind === 'sign') {
      const sign = now.text
      if (sign === '++' || sign === '--') {
        advance()
        const named = peek()
        if (named.kind !== 'name') return fail('syntax error: operand expected')
        const plain = named.text
        advance()
        const name = subscripted(plain)
        return store(name, lookUp(name) + (sign === '++' ? 1n : -1n))
      }
      if (takes('-')) return wrap(-unary())
      if (takes('+')) return unary()
      if (takes('!')) return unary() === 0n ? 1n : 0n
      if (takes('~')) return ~unary()
    }
    return primary()
  }
  const power = (): bigint => {
    const base = unary()
    if (!takes('**')) return base
    const exponent = power()
    if (exponent < 0n) return fail('exponent less than 0')
    let out = 1n
    for (let left = exponent > 64n && (base === 0n || base === 1n) ? 1n : exponent, by = base; left > 0n; left >>= 1n) {
      if ((left & 1n) === 1n) out = wrap(out * by)
      by = wrap(by * by)
    }
    return out
  }
  const apply = (sign: string, a: bigint, b: bigint, from = now.at): bigint => {
    switch (sign) {
      case '+':
        return wrap(a + b)
      case '-':
        return wrap(a - b)
      case '*':
        return wrap(a * b)
      case '/':
      case '%':
        if (skipping > 0) return 0n
        if (b === 0n) return fail('division by 0', from)
        return wrap(sign === '/' ? a / b : a % b)
      case '<<':
        return wrap(a << (b & 63n))
      case '>>':
        return a >> (b & 63n)
      case '<':
        return a < b ? 1n : 0n
      case '>':
        return a > b ? 1n : 0n
      case '<=':
        return a <= b ? 1n : 0n
      case '>=':
        return a >= b ? 1n : 0n
      case '==':
        return a === b ? 1n : 0n
      case '!=':
        return a !== b ? 1n : 0n
      case '&':
        return a & b
      case '^':
        return a ^ b
      case '|':
        return a | b
      default:
        return b
    }
  }
  const binary = (level: number): bigint => {
    const here = levels[level]
    if (!here) return power()
    let left = binary(level + 1)
    while (now.kind === 'sign' && here.includes(now.text)) {
      const sign = now.text
      advance()
      if (sign === '&&' || sign === '||') {
        const decided = sign === '&&' ? left === 0n : left !== 0n
        if (decided) skipping++
        const right = binary(level + 1)
        if (decided) skipping--
        left = sign === '&&' ? (left !== 0n && right !== 0n ? 1n : 0n) : left !== 0n || right !== 0n ? 1n : 0n
      } else {
        const from = now.at
        left = apply(sign, left, binary(level + 1), from)
      }
    }
    return left
  }
  const ternary = (): bigint => {
    const condition = binary(0)
    if (!takes('?')) return condition
    if (condition === 0n) skipping++
    const yes = comma()
    if (condition === 0n) skipping--
    if (!takes(':')) return fail("`:' expected for conditional expression")
    if (condition !== 0n) skipping++
    const no = ternary()
    if (condition !== 0n) skipping--
    return condition === 0n ? no : yes
  }
  const comma = (): bigint => {
    let value = ternary()
    while (takes(',')) value = ternary()
    return value
  }

  try {
    if (expression.length > 10_000) fail('expression too long')
    advance()
    if (now.kind === 'end') return 0n
    const value = comma()
    if (peek().kind !== 'end') {
      const assigns = now.kind === 'sign' && assignments.includes(now.text)
      fail(assigns ? 'attempted assignment to non-variable' : 'syntax error in expression')
    }
    return value
  } catch (thrown) {
    if (typeof thrown === 'object' && thrown !== null && 'problem' in thrown && typeof thrown.problem === 'string')
      return { problem: thrown.problem }
    throw thrown
  }
}
