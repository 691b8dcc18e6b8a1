export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'field'; readonly index: Expression }
  | { readonly kind: 'element'; readonly name: string; readonly keys: readonly Expression[] }
  | { readonly kind: 'assign'; readonly sign: string; readonly target: Expression; readonly value: Expression }
  | { readonly kind: 'step'; readonly target: Expression; readonly by: 1 | -1; readonly before: boolean }
  | { readonly kind: 'unary'; readonly sign: string; readonly value: Expression }
  | { readonly kind: 'binary'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'in'; readonly keys: readonly Expression[]; readonly name: string }
  | { readonly kind: 'either'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'getline'; readonly target?: Expression; readonly file?: Expression }

export interface Redirect {
  readonly sign: '>' | '>>' | '|'
  readonly target: Expression
}

export type Statement =
  | { readonly kind: 'expression'; readonly value: Expression }
  | {
      readonly kind: 'print'
      readonly args: readonly Expression[]
      readonly format: boolean
      readonly redirect?: Redirect
    }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | { readonly kind: 'if'; readonly test: Expression; readonly yes: Statement; readonly no?: Statement }
  | { readonly kind: 'while'; readonly test: Expression; readonly body: Statement; readonly first: boolean }
  | {
      readonly kind: 'for'
      readonly start?: Statement
      readonly test?: Expression
      readonly next?: Statement
      readonly body: Statement
    }
  | { readonly kind: 'each'; readonly variable: string; readonly name: string; readonly body: Statement }
  | {
      readonly kind: 'leave'
      readonly word: 'break' | 'continue' | 'next' | 'nextfile' | 'exit' | 'return'
      readonly value?: Expression
    }
  | { readonly kind: 'delete'; readonly name: string; readonly keys?: readonly Expression[] }

export interface Rule {
  readonly when: 'begin' | 'end' | 'always' | Expression
  /** The second expression of a range. */
  readonly until?: Expression
  readonly body?: Statement
}

export interface AwkFunction {
  readonly parameters: readonly string[]
  readonly body: Statement
}

export interface Program {
  readonly rules: readonly Rule[]
  readonly functions: ReadonlyMap<string, AwkFunction>
}

/** A program that awk cannot read: what is wrong and where in the text. */
export interface AwkProblem {
  readonly problem: string
  readonly at: number
}
