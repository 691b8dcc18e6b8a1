/** One kind of artefact as the bench measures it. */
export interface Subject<Compiled, Asked> {
  /** As it stands in front of each row. */
  readonly name: string
  /** Numbers of rules, small to large. */
  readonly sizes: readonly number[]
  /** The files of an artefact with so many rules; the same ones each time. */
  files(rules: number): readonly string[]
  /** From text to what decides. Throws where the text is refused, which is then said in place of a figure. */
  compile(files: readonly string[]): Compiled
  readonly rates?: readonly Rate<Compiled, Asked>[]
}

/** Questions of one kind. Where a subject has none, only reading is measured. */
export interface Rate<Compiled, Asked> {
  /** In the plural: `requests decided`. */
  readonly of: string
  readonly wanted?: string
  readonly sizes?: readonly number[]
  /** A mix: at least a thousand different ones, that no answer is only remembered. */
  questions(rules: number): readonly Asked[]
  /** A number that tells verdicts apart: a run whose answers are all the same has measured nothing. */
  ask(compiled: Compiled, question: Asked): number
}

/** A subject whose types are its own affair. */
export interface Measurable {
  readonly name: string
  readonly sizes: readonly number[]
  readonly rates: readonly { readonly of: string; readonly wanted: string; readonly sizes: readonly number[] }[]
  /** Makes the files beforehand, so that they are not part of what is timed. */
  prepared(rules: number): Prepared
}

export interface Prepared {
  compile(): unknown
  /** Compiles, and asks every question once: some deciders keep in mind what they found. Gives what decides. */
  used(): unknown
  /** Asks every question of a rate once; gives how many there were and how many different answers. */
  asker(rate: number): { readonly count: number; ask(): ReadonlySet<number>; round(): number }
}

export const growing = [10, 100, 1_000, 10_000] as const
/** Questions of a mix; more would measure the processor's caches. */
export const mixed = 2048

/** Questions as they are when they were read from lines of JSON: texts that are put together are slower to look up. */
export function asRead<T>(questions: readonly T[]): readonly T[] {
  return JSON.parse(JSON.stringify(questions))
}

export function measurable<Compiled, Asked>(subject: Subject<Compiled, Asked>): Measurable {
  const rates = subject.rates ?? []
  return {
    name: subject.name,
    sizes: subject.sizes,
    rates: rates.map(({ of, wanted = '', sizes = subject.sizes }) => ({ of, wanted, sizes })),
    prepared(rules) {
      const files = subject.files(rules)
      const questions = rates.map(it => {
        const sizes = it.sizes ?? subject.sizes
        return sizes.includes(rules) ? it.questions(rules) : []
      })
      return {
        compile: () => subject.compile(files),
        used() {
          const compiled = subject.compile(files)
          for (const [index, { ask }] of rates.entries())
            for (const question of questions[index] ?? []) ask(compiled, question)
          return compiled
        },
        asker(index) {
          const ask = rates[index]?.ask
          const own = questions[index] ?? []
          if (!ask) throw new Error(`${subject.name} has no rate ${index}.`)
          const compiled = subject.compile(files)
          return {
            count: own.length,
            ask: () => new Set(own.map(question => ask(compiled, question))),
            round() {
              let sum = 0
              for (const question of own) sum += ask(compiled, question)
              return sum
            },
          }
        },
      }
    },
  }
}
