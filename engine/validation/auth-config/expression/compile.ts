import { check } from './check.ts'
import { claims, request, user } from './environments.ts'
import { parse } from './parse.ts'
import { NoTree, type Tree } from './tree.ts'
import { type Type, typeText } from './types.ts'

/**
 * Expressions of CEL in these files, as far as they are simple. Everything else is undecided, with a sentence: what the
 * compiler would say of it is not guessed.
 */
export type Compiled = Expression | { readonly error: string } | { readonly undecided: string }

export interface Expression {
  /** Fields of `claims` that it looks at. */
  readonly claims: ReadonlySet<string>
}

const longest = 2000

/** An expression about the claims of a token. `wanted` is the type that it must have. */
export function compileClaims(text: string, wanted?: 'bool'): Compiled {
  return compile(text, claims, type =>
    wanted === undefined || typeText(type) === wanted ? undefined : 'must evaluate to bool',
  )
}

/** A condition about the user that comes of a token. */
export function compileUser(text: string): Compiled {
  return compile(text, user, type => (typeText(type) === 'bool' ? undefined : 'must evaluate to bool'))
}

/** A condition about a request whose authorization is asked for. */
export function compileCondition(text: string): Compiled {
  return compile(text, request, type =>
    typeText(type) === 'bool'
      ? undefined
      : `must evaluate to bool but got ${typeText(type) === 'null' ? 'null_type' : typeText(type)}`,
  )
}

function compile(
  text: string,
  names: Readonly<Record<string, Type>>,
  refuses: (type: Type) => string | undefined,
): Compiled {
  const unknown = (why: string) => ({
    undecided: `What the API server makes of the expression ${text.slice(0, 200)} is not known here: ${why}.`,
  })
  if (text.length > longest || !/^[\x20-\x7e]*$/.test(text))
    return unknown('it is long, or has lines or signs of other scripts')
  const failed = (at: number, words: string) =>
    `ERROR: <input>:1:${at + 1}: ${words}\n | ${text}\n | ${'.'.repeat(at)}^`
  let tree: Tree
  try {
    tree = parse(text)
  } catch (thrown) {
    if (!(thrown instanceof NoTree)) throw thrown
    if (thrown.at === undefined) return unknown(thrown.message)
    return { error: `compilation failed: ${failed(thrown.at, thrown.message)}` }
  }
  const { type, complaints, unknown: met } = check(tree, names)
  // What is wrong is wrong, whatever else is not known; the compiler may have more to say then.
  if (met !== undefined && complaints.length === 0) return unknown(met)
  if (complaints.length > 0) {
    const inOrder = complaints.toSorted((a, b) => a.at - b.at)
    return { error: `compilation failed: ${inOrder.map(({ at, words }) => failed(at, words)).join('\n')}` }
  }
  const error = refuses(type)
  return error === undefined ? { claims: new Set(claimsIn(tree)) } : { error }
}

function claimsIn(tree: Tree): readonly string[] {
  switch (tree.kind) {
    case 'select': {
      const own = tree.of.kind === 'name' && tree.of.name === 'claims' ? [tree.field] : []
      return [...own, ...claimsIn(tree.of)]
    }
    case 'call':
      return [...(tree.target ? claimsIn(tree.target) : []), ...tree.args.flatMap(claimsIn)]
    case 'list':
      return tree.items.flatMap(claimsIn)
    case 'map':
      return tree.entries.flatMap(entry => entry.flatMap(claimsIn))
    default:
      return []
  }
}
