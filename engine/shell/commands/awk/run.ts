// Long on purpose: expressions and statements of awk call one another, and share the record and its fields.

import { limited } from '../../limits.ts'
import { compileRegex, type Regex } from '../../regex/posix.ts'
import { formatAwk } from './format.ts'
import { callBuiltin, isBuiltin } from './functions.ts'
import type { Expression, Program, Statement } from './syntax.ts'
import { compare, fromOutside, numberOf, textOf, truthOf, type Value } from './values.ts'

/** What a program may do to the outside; all of it at once, because expressions do not wait. */
export interface AwkWorld {
  print(text: string): void
  /** Where `>`, `>>` and `|` send text. */
  send(sign: '>' | '>>' | '|', target: string, text: string): void
  close(target: string): number
  readFile(path: string): string | undefined
  nextLine(): string | undefined
  warn(text: string): void
  readonly clock: number
  random(): number
}

type List = Map<string, Value>
type Frame = Map<string, Value | List>

/** Thrown to leave the middle of a program. */
export interface AwkLeave {
  readonly awk: 'break' | 'continue' | 'next' | 'nextfile' | 'exit' | 'return'
  readonly value?: Value
}

export function awkLeave(thrown: unknown): AwkLeave | undefined {
  return typeof thrown === 'object' && thrown !== null && 'awk' in thrown ? (thrown as AwkLeave) : undefined
}

/** A complaint that ends the program with exit code 2. */
export interface Fatal {
  readonly fatal: string
}

const stepsAtOnce = 1_000_000

/** The running program: variables, the record, what expressions and statements do. */
export interface Machine {
  readonly variables: Map<string, Value | List>
  setRecord(text: string): void
  execute(statement: Statement): void
  evaluate(expression: Expression): Value
  matchesRecord(expression: Expression): boolean
  get(name: string): Value
  set(name: string, value: Value): void
  list(name: string): List
  regexOf(value: Value | Expression): Regex
  /** Steps since it was last asked. */
  steps(): number
  seed: number
}

export function createMachine(program: Program, world: AwkWorld): Machine {
  const variables: Map<string, Value | List> = new Map<string, Value | List>([
    ['FS', ' '],
    ['OFS', ' '],
    ['ORS', '\n'],
    ['RS', '\n'],
    ['NR', 0],
    ['NF', 0],
    ['FNR', 0],
    ['SUBSEP', '\x1c'],
    ['CONVFMT', '%.6g'],
    ['OFMT', '%.6g'],
    ['RSTART', 0],
    ['RLENGTH', -1],
    ['FILENAME', ''],
  ])
  let frame: Frame | undefined
  let record = ''
  let fields: string[] | undefined = []
  let steps = 0
  let depth = 0

  const step = () => {
    if (++steps > stepsAtOnce) throw limited('Stopped: awk works on one line without an end.')
  }
  const fatal = (text: string): never => {
    throw { fatal: text }
  }
  const holder = (name: string): Map<string, Value | List> => (frame?.has(name) ? frame : variables)
  const scalar = (name: string): Value => {
    const value = holder(name).get(name)
    return value instanceof Map ? fatal(`attempt to use array \`${name}' in a scalar context`) : value
  }
  const list = (name: string): List => {
    const place = holder(name)
    const value = place.get(name)
    if (value instanceof Map) return value
    if (value !== undefined) return fatal(`attempt to use scalar \`${name}' as an array`)
    const made: List = new Map()
    place.set(name, made)
    return made
  }
  const convert = () => textOf(scalar('CONVFMT'))
  const text = (value: Value) => textOf(value, convert())

  const fieldList = (): string[] => {
    fields ??= splitFields(record, text(scalar('FS')), regexFrom)
    return fields
  }
  const get = (name: string): Value => {
    if (name === 'NF' && !frame?.has(name)) return fieldList().length
    return scalar(name)
  }
  const set = (name: string, value: Value): void => {
    if (name === 'NF' && !frame?.has(name)) {
      const count = Math.max(0, Math.min(Math.trunc(numberOf(value)), 100_000))
      const now = fieldList()
      while (now.length < count) now.push('')
      now.length = count
      rebuild()
      return
    }
    const place = holder(name)
    if (place.get(name) instanceof Map) fatal(`attempt to use array \`${name}' in a scalar context`)
    place.set(name, value)
  }
  const rebuild = () => {
    record = fieldList().join(text(scalar('OFS')))
  }
  const getField = (index: number): Value => {
    if (index < 0) return fatal(`attempt to access field ${index}`)
    if (index === 0) return fromOutside(record)
    const value = fieldList()[index - 1]
    return value === undefined ? undefined : fromOutside(value)
  }
  const setField = (index: number, value: string): void => {
    if (index < 0 || index > 100_000) fatal(`attempt to access field ${index}`)
    if (index === 0) {
      record = value
      fields = undefined
      return
    }
    const now = fieldList()
    while (now.length < index) now.push('')
    now[index - 1] = value
    rebuild()
  }

  const regexFrom = (source: string): Regex => {
    const plain = source.replace(
      /\\(.)/gs,
      (all, char: string) => ({ n: '\n', t: '\t', r: '\r', '"': '"', '/': '/', '&': '&' })[char] ?? all,
    )
    const made = compileRegex(plain, { extended: true, fold: truthOf(scalar('IGNORECASE')) })
    return 'problem' in made ? fatal(`invalid regexp: ${made.problem}: /${source}/`) : made
  }
  const regexOf = (it: Value | Expression): Regex => {
    if (typeof it === 'object' && 'kind' in it)
      return it.kind === 'regex' ? regexFrom(it.source) : regexFrom(text(evaluate(it)))
    return regexFrom(text(it))
  }
  const keyOf = (keys: readonly Expression[]) => keys.map(key => text(evaluate(key))).join(text(scalar('SUBSEP')))

  const store = (target: Expression, value: Value): Value => {
    if (target.kind === 'variable') set(target.name, value)
    else if (target.kind === 'element') list(target.name).set(keyOf(target.keys), value)
    else if (target.kind === 'field') setField(Math.trunc(numberOf(evaluate(target.index))), text(value))
    return value
  }

  const arithmetic = (sign: string, a: number, b: number): number => {
    switch (sign) {
      case '+':
        return a + b
      case '-':
        return a - b
      case '*':
        return a * b
      case '/':
        return b === 0 ? fatal('division by zero attempted') : a / b
      case '%':
        return b === 0 ? fatal("division by zero attempted in `%'") : a % b
      default:
        return a ** b
    }
  }

  const evaluate = (expression: Expression): Value => {
    step()
    switch (expression.kind) {
      case 'number':
      case 'string':
        return expression.value
      case 'regex':
        return regexFrom(expression.source).test(record) ? 1 : 0
      case 'variable':
        return get(expression.name)
      case 'field':
        return getField(Math.trunc(numberOf(evaluate(expression.index))))
      case 'element': {
        const items = list(expression.name)
        const key = keyOf(expression.keys)
        if (!items.has(key)) items.set(key, undefined)
        return items.get(key)
      }
      case 'assign': {
        const right = evaluate(expression.value)
        if (expression.sign === '=') return store(expression.target, right)
        const before = numberOf(evaluate(expression.target))
        return store(expression.target, arithmetic(expression.sign.slice(0, -1), before, numberOf(right)))
      }
      case 'step': {
        const before = numberOf(evaluate(expression.target))
        store(expression.target, before + expression.by)
        return expression.before ? before + expression.by : before
      }
      case 'unary': {
        const value = evaluate(expression.value)
        if (expression.sign === '(') return value
        if (expression.sign === '!') return truthOf(value) ? 0 : 1
        return expression.sign === '-' ? -numberOf(value) : numberOf(value)
      }
      case 'in':
        return list(expression.name).has(keyOf(expression.keys)) ? 1 : 0
      case 'either':
        return evaluate(truthOf(evaluate(expression.test)) ? expression.yes : expression.no)
      case 'binary':
        return binary(expression)
      case 'getline':
        return getline(expression)
      case 'call':
        return call(expression.name, expression.args)
    }
  }

  const binary = ({ sign, left, right }: Extract<Expression, { kind: 'binary' }>): Value => {
    switch (sign) {
      case '&&':
        return truthOf(evaluate(left)) && truthOf(evaluate(right)) ? 1 : 0
      case '||':
        return truthOf(evaluate(left)) || truthOf(evaluate(right)) ? 1 : 0
      case '~':
      case '!~': {
        const subject = text(evaluate(left))
        return regexOf(right).test(subject) === (sign === '~') ? 1 : 0
      }
      case ' ': {
        const joined = text(evaluate(left)) + text(evaluate(right))
        if (joined.length > 2_000_000) throw limited('Stopped: a text in awk grew beyond 2 million characters.')
        return joined
      }
      case '<':
      case '<=':
      case '==':
      case '!=':
      case '>=':
      case '>': {
        const order = compare(evaluate(left), evaluate(right))
        const holds = {
          '<': order < 0,
          '<=': order <= 0,
          '==': order === 0,
          '!=': order !== 0,
          '>=': order >= 0,
          '>': order > 0,
        }[sign]
        return holds ? 1 : 0
      }
      default: {
        const a = numberOf(evaluate(left))
        return arithmetic(sign, a, numberOf(evaluate(right)))
      }
    }
  }

  const read = new Map<string, string[]>()
  const getline = ({ target, file }: Extract<Expression, { kind: 'getline' }>): Value => {
    let line: string | undefined
    if (file) {
      const path = text(evaluate(file))
      let lines = read.get(path)
      if (!lines) {
        const content = world.readFile(path)
        if (content === undefined) return -1
        lines = content.split('\n')
        if (lines.at(-1) === '') lines.pop()
        read.set(path, lines)
      }
      line = lines.shift()
    } else {
      line = world.nextLine()
      if (line !== undefined) {
        set('NR', numberOf(get('NR')) + 1)
        set('FNR', numberOf(get('FNR')) + 1)
      }
    }
    if (line === undefined) return 0
    if (target) store(target, fromOutside(line))
    else setField(0, line)
    return 1
  }

  const call = (name: string, args: readonly Expression[]): Value => {
    const own = program.functions.get(name)
    if (!own) {
      if (!isBuiltin(name)) return fatal(`function \`${name}' not defined`)
      return callBuiltin(name, args, { machine, world, evaluate, text, store, regexOf, getField, fatal })
    }
    if (++depth > 200) throw limited('Stopped: awk functions call one another too deeply.')
    const inner: Frame = new Map()
    own.parameters.forEach((parameter, index) => {
      const arg = args[index]
      if (arg?.kind === 'variable') {
        const place = holder(arg.name)
        const value = place.get(arg.name)
        // A variable that was never set may turn out to be an array in the function.
        inner.set(
          parameter,
          value instanceof Map
            ? value
            : value === undefined && usesAsList(own.body, parameter)
              ? list(arg.name)
              : get(arg.name),
        )
      } else inner.set(parameter, arg ? evaluate(arg) : undefined)
    })
    const outer = frame
    frame = inner
    try {
      execute(own.body)
      return undefined
    } catch (thrown) {
      const leave = awkLeave(thrown)
      if (leave?.awk !== 'return') throw thrown
      return leave.value
    } finally {
      frame = outer
      depth--
    }
  }

  const loop = (body: Statement): boolean => {
    step()
    try {
      execute(body)
    } catch (thrown) {
      const leave = awkLeave(thrown)
      if (leave?.awk === 'break') return false
      if (leave?.awk !== 'continue') throw thrown
    }
    return true
  }

  const execute = (statement: Statement): void => {
    step()
    switch (statement.kind) {
      case 'expression':
        evaluate(statement.value)
        return
      case 'block':
        for (const inner of statement.body) execute(inner)
        return
      case 'print': {
        const values = statement.args.map(evaluate)
        const format = textOf(scalar('OFMT'))
        const out = statement.format
          ? formatAwk(values, text)
          : (values.length === 0 ? record : values.map(value => textOf(value, format)).join(text(scalar('OFS')))) +
            text(scalar('ORS'))
        if (statement.redirect) world.send(statement.redirect.sign, text(evaluate(statement.redirect.target)), out)
        else world.print(out)
        return
      }
      case 'if':
        if (truthOf(evaluate(statement.test))) execute(statement.yes)
        else if (statement.no) execute(statement.no)
        return
      case 'while':
        if (statement.first && !loop(statement.body)) return
        while (truthOf(evaluate(statement.test))) if (!loop(statement.body)) return
        return
      case 'for':
        if (statement.start) execute(statement.start)
        while (!statement.test || truthOf(evaluate(statement.test))) {
          if (!loop(statement.body)) return
          if (statement.next) execute(statement.next)
        }
        return
      case 'each':
        for (const key of order([...list(statement.name).keys()])) {
          set(statement.variable, fromOutside(key))
          if (!loop(statement.body)) return
        }
        return
      case 'delete': {
        if (statement.keys) list(statement.name).delete(keyOf(statement.keys))
        else list(statement.name).clear()
        return
      }
      case 'leave': {
        const value = statement.value ? evaluate(statement.value) : undefined
        throw { awk: statement.word, ...(statement.value ? { value } : {}) }
      }
    }
  }

  const machine: Machine = {
    variables,
    setRecord: line => {
      record = line
      fields = undefined
    },
    execute,
    evaluate,
    matchesRecord: expression => truthOf(evaluate(expression)),
    get,
    set,
    list,
    regexOf,
    steps: () => {
      const now = steps
      steps = 0
      return now
    },
    seed: 0,
  }
  return machine
}

/** Small numbers come in order, as gawk's arrays usually show them; the rest as they were put in. */
function order(keys: readonly string[]): readonly string[] {
  return keys.every(key => /^\d{1,9}$/.test(key)) ? [...keys].sort((a, b) => Number(a) - Number(b)) : keys
}

/** Whether a function treats a parameter as an array, so that it may fill one that was never set. */
function usesAsList(statement: Statement, name: string): boolean {
  const text = JSON.stringify(statement)
  return (
    text.includes(`"name":"${name}","keys"`) ||
    text.includes(`"kind":"each","variable":"${name}"`) ||
    text.includes(`"keys":[`) ||
    text.includes('"name":"split"')
  )
}

export function splitFields(text: string, separator: string, regex: (source: string) => Regex): string[] {
  if (separator === ' ') {
    const trimmed = text.trim()
    return trimmed === '' ? [] : trimmed.split(/[ \t\n]+/)
  }
  if (text === '') return []
  if (separator === '') return [...text]
  if (separator.length === 1 && separator !== '\\') return text.split(separator)
  const compiled = regex(separator)
  const out: string[] = []
  let from = 0
  for (let at = 0; at <= text.length; ) {
    const match = compiled.find(text, at)
    if (!match) break
    if (match.end === match.start) {
      at = match.end + 1
      continue
    }
    out.push(text.slice(from, match.start))
    from = match.end
    at = match.end
  }
  return [...out, text.slice(from)]
}
