import { complain, type Shell } from '../interpreter/shell.ts'
import { fileTest, integerTest, isIntegerTest, unaryTests } from '../interpreter/tests.ts'

interface Wrong {
  readonly wrong: string
}

const binaries = new Set(['=', '==', '!=', '<', '>', '-nt', '-ot', '-ef'])

/** `test` and `[`: 0 when it holds, 1 when not, 2 when the expression is wrong. */
export async function test(shell: Shell, args: readonly string[], bracket: boolean): Promise<number> {
  const name = bracket ? '[' : 'test'
  if (bracket && args.at(-1) !== ']') {
    await complain(shell, "[: missing `]'")
    return 2
  }
  const words = bracket ? args.slice(0, -1) : args
  const answer = evaluate(shell, words)
  if (typeof answer === 'boolean') return answer ? 0 : 1
  await complain(shell, `${name}: ${answer.wrong}`)
  return 2
}

/** POSIX decides by the number of arguments; more than four are read as an expression. */
function evaluate(shell: Shell, words: readonly string[]): boolean | Wrong {
  const [a = '', b = '', c = ''] = words
  switch (words.length) {
    case 0:
      return false
    case 1:
      return a !== ''
    case 2:
      if (a === '!') return b === ''
      if (unaryTests.has(a)) return unary(shell, a, b)
      return { wrong: `${a}: unary operator expected` }
    case 3:
      if (isBinary(b)) return binary(shell, a, b, c)
      if (b === '-a') return a !== '' && c !== ''
      if (b === '-o') return a !== '' || c !== ''
      if (a === '!') return not(evaluate(shell, words.slice(1)))
      if (a === '(' && c === ')') return b !== ''
      return { wrong: `${b}: binary operator expected` }
    case 4:
      if (a === '!') return not(evaluate(shell, words.slice(1)))
      if (a === '(' && words[3] === ')') return evaluate(shell, words.slice(1, 3))
      return expression(shell, words)
    default:
      return expression(shell, words)
  }
}

const isBinary = (word: string) => binaries.has(word) || isIntegerTest(word)
const not = (answer: boolean | Wrong) => (typeof answer === 'boolean' ? !answer : answer)

function unary(shell: Shell, operator: string, operand: string): boolean | Wrong {
  if (operator === '-t' && !/^\d+$/.test(operand)) return { wrong: `${operand}: integer expression expected` }
  return fileTest(shell, operator, operand)
}

function binary(shell: Shell, a: string, operator: string, b: string): boolean | Wrong {
  switch (operator) {
    case '=':
    case '==':
      return a === b
    case '!=':
      return a !== b
    case '<':
      return a < b
    case '>':
      return a > b
    default:
  }
  if (!isIntegerTest(operator)) return fileTest(shell, operator, a, b)
  for (const word of [a, b])
    if (!/^\s*[-+]?\d+\s*$/.test(word)) return { wrong: `${word}: integer expression expected` }
  return integerTest(operator, BigInt(a.trim().replace(/^\+/, '')), BigInt(b.trim().replace(/^\+/, '')))
}

function expression(shell: Shell, words: readonly string[]): boolean | Wrong {
  let at = 0
  let wrong: string | undefined
  const or = (): boolean => {
    let left = and()
    while (words[at] === '-o') {
      at++
      const right = and()
      left = left || right
    }
    return left
  }
  const and = (): boolean => {
    let left = term()
    while (words[at] === '-a') {
      at++
      const right = term()
      left = left && right
    }
    return left
  }
  const take = (answer: boolean | Wrong): boolean => {
    if (typeof answer === 'boolean') return answer
    wrong ??= answer.wrong
    return false
  }
  const term = (): boolean => {
    const word = words[at]
    if (word === undefined) {
      wrong ??= 'argument expected'
      return false
    }
    if (word === '!') {
      at++
      return !term()
    }
    if (isBinary(words[at + 1] ?? '') && at + 2 < words.length) {
      at += 3
      return take(binary(shell, word, words[at - 2] ?? '', words[at - 1] ?? ''))
    }
    if (word === '(') {
      at++
      const inside = or()
      if (words[at] !== ')') wrong ??= "`)' expected"
      at++
      return inside
    }
    if (unaryTests.has(word) && at + 1 < words.length) {
      at += 2
      return take(unary(shell, word, words[at - 1] ?? ''))
    }
    at++
    return word !== ''
  }
  const answer = or()
  if (wrong) return { wrong }
  return at < words.length ? { wrong: 'too many arguments' } : answer
}
