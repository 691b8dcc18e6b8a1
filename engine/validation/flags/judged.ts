import { aggregate } from '../kubernetes/field-error.ts'
import type { Options } from './options.ts'

/** A step of a component's start, in which it can fail. */
export type Stage =
  | 'flags'
  | 'args'
  | 'featureGates'
  | 'logging'
  | 'complete'
  | 'validate'
  | 'config'
  | 'start'
  | 'validateFlags'
  | 'loadConfig'
  | 'configDir'
  | 'precedence'
  | 'validateConfig'

/** One thing that is wrong, and the flag that says it, where one does. */
export interface Problem {
  readonly words: string
  readonly flag?: string
}

/** Why a step ends the start. */
export interface Failure {
  readonly problems: readonly Problem[]
  /** The component gathers what is wrong, and prints several in brackets. */
  readonly isAggregate: boolean
  /** Stands before what is gathered. */
  readonly before?: string
  /** Of the process; 1 where it is not told. */
  readonly exitCode?: number
}

/** What is not known here, so that nothing can be said. */
export interface Unknown {
  readonly undecided: string
}

/** What a step comes to; undefined: the next one. */
export type Outcome = Failure | Unknown | undefined

export type Judged =
  | {
      readonly ok: true
      readonly options: Options
      readonly deprecations: readonly string[]
      /** The command line asks for a text only, and the component stops when it has printed it. */
      readonly prints?: 'help' | 'version'
    }
  | ({
      readonly ok: false
      readonly stage: Stage
      /** As the component prints it. */
      readonly error: string
      readonly options: Options
      readonly deprecations: readonly string[]
      /** The word of the command line to blame, where one is: its index. */
      readonly word?: number
    } & Failure)
  | Unknown

export function fails(words: string, flag?: string): Failure {
  return { problems: [flag === undefined ? { words } : { words, flag }], isAggregate: false }
}

/** A step that gathers its problems. */
export function gathered(problems: readonly Problem[]): Outcome {
  return problems.length > 0 ? { problems, isAggregate: true } : undefined
}

/** The first step that does not go on. */
export function inTurn(steps: readonly (() => Outcome)[]): Outcome {
  for (const step of steps) {
    const outcome = step()
    if (outcome) return outcome
  }
  return undefined
}

/** The same failure with words in front. */
export function behind(before: string, outcome: Outcome): Outcome {
  if (!outcome || 'undecided' in outcome) return outcome
  const flag = outcome.problems.find(it => it.flag !== undefined)?.flag
  return { ...fails(`${before}${errorOf(outcome)}`, flag), ...(outcome.exitCode && { exitCode: outcome.exitCode }) }
}

/** As the component prints it. */
export function errorOf({ problems, isAggregate, before = '' }: Failure): string {
  return `${before}${isAggregate ? aggregate(problems.map(({ words }) => words)) : (problems[0]?.words ?? '')}`
}
