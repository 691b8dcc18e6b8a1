import type { Stat } from '../../files/files.ts'

/** A file that find has come to. */
export interface Visited {
  readonly path: string
  readonly name: string
  readonly stat: Stat
  readonly depth: number
  readonly top: string
  prune: boolean
}

export type Test = (file: Visited) => Promise<boolean> | boolean

export interface Expression {
  readonly test: Test
  readonly acts: boolean
  readonly depth: boolean
  readonly minDepth: number
  readonly maxDepth: number
  /** Runs what `-exec … +` has gathered. */
  finish(): Promise<void>
}

export interface Makers {
  readonly plain: Readonly<Record<string, Test>>
  /** Tests with one argument; the answer may be a complaint. */
  readonly valued: Readonly<Record<string, (value: string) => Test | { readonly problem: string }>>
  readonly exec: (
    words: readonly string[],
    gather: boolean,
    here: boolean,
    asks: boolean,
  ) => { readonly test: Test; readonly finish: () => Promise<void> }
}

const actions = new Set([
  '-print',
  '-print0',
  '-printf',
  '-fprint',
  '-ls',
  '-exec',
  '-execdir',
  '-ok',
  '-okdir',
  '-delete',
  '-quit',
])

/** Reads the words after find's paths; the problem is in find's words. */
export function readExpression(words: readonly string[], makers: Makers): Expression | { readonly problem: string } {
  let at = 0
  let acts = false
  let depth = false
  let minDepth = 0
  let maxDepth = Number.POSITIVE_INFINITY
  const finishers: (() => Promise<void>)[] = []
  const fail = (problem: string): never => {
    throw { problem }
  }
  const or = (): Test => {
    let left = and()
    while (words[at] === '-o' || words[at] === '-or' || words[at] === ',') {
      const comma = words[at] === ','
      at++
      const before = left
      const right = and()
      left = comma
        ? async file => {
            await before(file)
            return right(file)
          }
        : async file => (await before(file)) || (await right(file))
    }
    return left
  }
  const and = (): Test => {
    let left = not()
    while (at < words.length && words[at] !== ')' && words[at] !== '-o' && words[at] !== '-or' && words[at] !== ',') {
      if (words[at] === '-a' || words[at] === '-and') at++
      const before = left
      const right = not()
      left = async file => (await before(file)) && (await right(file))
    }
    return left
  }
  const not = (): Test => {
    if (words[at] === '!' || words[at] === '-not') {
      at++
      if (at >= words.length) return fail(`expected an expression after '${words[at - 1]}'`)
      const inner = not()
      return async file => !(await inner(file))
    }
    return primary()
  }
  const primary = (): Test => {
    const word = words[at++]
    if (word === undefined) return fail('invalid expression')
    if (word === '(') {
      if (words[at] === ')') return fail('invalid expression; empty parentheses are not allowed.')
      const inner = or()
      if (words[at++] !== ')')
        return fail("invalid expression; I was expecting to find a ')' somewhere but did not see one.")
      return inner
    }
    if (word === ')') return fail("invalid expression; you have too many ')'")
    if (actions.has(word)) acts = true
    if (word === '-depth' || word === '-d' || word === '-delete') depth = true
    if (word === '-exec' || word === '-execdir' || word === '-ok' || word === '-okdir') return exec(word)
    if (word === '-maxdepth' || word === '-mindepth') {
      const value = words[at++]
      if (value === undefined) return fail(`missing argument to \`${word}'`)
      if (!/^\d+$/.test(value))
        return fail(`Expected a positive decimal integer argument to ${word}, but got ‘${value}’`)
      if (word === '-maxdepth') maxDepth = Number(value)
      else minDepth = Number(value)
      return () => true
    }
    const plain = Object.hasOwn(makers.plain, word) ? makers.plain[word] : undefined
    if (plain) return plain
    const valued = Object.hasOwn(makers.valued, word) ? makers.valued[word] : undefined
    if (!valued)
      return fail(word.startsWith('-') ? `unknown predicate \`${word}'` : `paths must precede expression: \`${word}'`)
    const value = words[at++]
    if (value === undefined) return fail(`missing argument to \`${word}'`)
    const made = valued(value)
    return 'problem' in made ? fail(made.problem) : made
  }
  const exec = (word: string): Test => {
    const start = at
    while (at < words.length && words[at] !== ';' && !(words[at] === '+' && words[at - 1] === '{}')) at++
    if (at >= words.length || at === start) return fail(`missing argument to \`${word}'`)
    const gather = words[at] === '+'
    const command = words.slice(start, gather ? at - 1 : at)
    at++
    const made = makers.exec(command, gather, word.endsWith('dir'), word.startsWith('-ok'))
    finishers.push(made.finish)
    return made.test
  }
  try {
    const test: Test = words.length === 0 ? () => true : or()
    if (at < words.length)
      fail(words[at] === ')' ? "you have too many ')'" : `paths must precede expression: \`${words[at]}'`)
    return {
      test,
      acts,
      depth,
      minDepth,
      maxDepth,
      finish: async () => {
        for (const finish of finishers) await finish()
      },
    }
  } catch (thrown) {
    if (typeof thrown === 'object' && thrown !== null && 'problem' in thrown && typeof thrown.problem === 'string')
      return { problem: thrown.problem }
    throw thrown
  }
}
