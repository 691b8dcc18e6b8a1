/** An expression of CEL, as it is written. `at` is where the compiler points at it. */
export type Tree = { readonly at: number } & (
  | { readonly kind: 'literal'; readonly type: LiteralType; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'select'; readonly of: Tree; readonly field: string }
  | { readonly kind: 'call'; readonly function: string; readonly target?: Tree; readonly args: readonly Tree[] }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Tree, Tree])[] }
)

export type LiteralType = 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'bool' | 'null'

/** Why there is no tree: the words of the compiler and its place, or that they are not known here. */
export class NoTree extends Error {
  readonly at: number | undefined

  constructor(words: string, at?: number) {
    super(words)
    this.at = at
  }
}
