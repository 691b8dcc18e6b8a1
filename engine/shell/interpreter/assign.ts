import type { AssignmentNode, WordNode } from '../syntax/ast.ts'
import { expandInside, expandText, expandWord } from './expand.ts'
import type { Shell } from './shell.ts'
import { assign, resolveName, splitName } from './values.ts'
import type { Variable } from './variables.ts'

/** Does the assignments of a command from left to right; the first problem ends it. */
export async function assignAll(shell: Shell, assignments: readonly AssignmentNode[]): Promise<string | undefined> {
  for (const { name, value, append, array } of assignments) {
    if (array) {
      const it = shell.vars.claim(resolveName(shell, name))
      const problem = it.readonly ? `${name}: readonly variable` : await assignList(shell, it, array, append)
      if (problem) return problem
      continue
    }
    const { name: bare, subscript } = splitName(name)
    const target = subscript === undefined ? name : `${bare}[${await subscriptText(shell, subscript)}]`
    const done = assign(shell, target, value ? await expandText(shell, value) : '', append)
    if ('problem' in done) return done.problem
  }
  return undefined
}

async function subscriptText(shell: Shell, subscript: string): Promise<string> {
  return expandInside(shell, subscript.replace(/^(["'])(.*)\1$/s, '$2'))
}

/** `name=(a b [5]=c)`. */
export async function assignList(
  shell: Shell,
  it: Variable,
  elements: readonly WordNode[],
  append: boolean,
): Promise<string | undefined> {
  const pairs: (readonly [string | undefined, string])[] = []
  for (const element of elements) {
    const keyed = await keyOf(shell, element)
    if (keyed) pairs.push(keyed)
    else for (const word of await expandWord(shell, element)) pairs.push([undefined, word])
  }
  shell.session.meter.keep(pairs.reduce((sum, [, value]) => sum + value.length + 16, 0))
  if (it.map) {
    if (!append) it.map = new Map()
    if (pairs.every(([key]) => key === undefined))
      for (let i = 0; i < pairs.length; i += 2) it.map.set(pairs[i]?.[1] ?? '', pairs[i + 1]?.[1] ?? '')
    else for (const [key, value] of pairs) if (key !== undefined) it.map.set(key, value)
    return undefined
  }
  const before = append
    ? (it.array ?? new Map(it.value === undefined ? [] : [[0, it.value]]))
    : new Map<number, string>()
  it.value = undefined
  it.array = before
  let next = before.size === 0 ? 0 : Math.max(...before.keys()) + 1
  for (const [key, value] of pairs) {
    if (key !== undefined) {
      const index = Number(key)
      if (!Number.isInteger(index) || index < 0) return `[${key}]=${value}: bad array subscript`
      next = index
    }
    before.set(next++, letters(it, value))
  }
  return undefined
}

function letters(it: Variable, value: string): string {
  return it.letters === 'lower' ? value.toLowerCase() : it.letters === 'upper' ? value.toUpperCase() : value
}

/** `[key]=value` at the start of an element. */
async function keyOf(shell: Shell, element: WordNode): Promise<readonly [string, string] | undefined> {
  const [first, second, ...rest] = element.parts
  const written = first?.type === 'Glob' ? first.pattern : first?.type === 'Literal' ? first.value : undefined
  if (!written?.startsWith('[')) return undefined
  const whole = /^\[([^\]]*)\]=(.*)$/s.exec(written)
  if (whole) {
    const tail: WordNode = {
      type: 'Word',
      parts: [{ type: 'Literal', value: whole[2] ?? '' }, ...element.parts.slice(1)],
    }
    return [await subscriptText(shell, whole[1] ?? ''), await expandText(shell, tail)]
  }
  const key = /^\[(.*)\]$/s.exec(written)?.[1]
  if (key !== undefined && second?.type === 'Literal' && second.value.startsWith('=')) {
    const tail: WordNode = { type: 'Word', parts: [{ type: 'Literal', value: second.value.slice(1) }, ...rest] }
    return [await subscriptText(shell, key), await expandText(shell, tail)]
  }
  if (written !== '[') return undefined
  const close = element.parts.findIndex(part => part.type === 'Literal' && part.value.startsWith(']='))
  const closing = element.parts[close]
  if (closing?.type !== 'Literal') return undefined
  const name = await expandText(shell, { type: 'Word', parts: element.parts.slice(1, close) })
  const value = [{ ...closing, value: closing.value.slice(2) }, ...element.parts.slice(close + 1)]
  return [name, await expandText(shell, { type: 'Word', parts: value })]
}
