import type { CounterExample, Outcome } from './report.ts'

/** How many counter-examples a report carries for one check. */
const shownAtMost = 10

export function pass(say: string): Outcome {
  return { result: 'pass', say }
}

export function miss(say: string, ...examples: readonly CounterExample[]): Outcome {
  return { result: 'miss', say, examples: examples.slice(0, shownAtMost) }
}

/** @param why a clause without a full stop: what is not known */
export function ungraded(why: string): Outcome {
  return {
    result: 'ungraded',
    say: `This could not be graded: ${why}. It counts neither for nor against you.`,
  }
}

/** All must hold: one that could not be graded outweighs a miss, a miss outweighs a pass. */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  const [first = ungraded('the check asks nothing'), ...more] = outcomes
  if (more.length === 0) return first
  const unknown = outcomes.find(({ result }) => result === 'ungraded')
  if (unknown) return unknown
  const missed = outcomes.flatMap(outcome => (outcome.result === 'miss' ? [outcome] : []))
  const [miss1] = missed
  if (!miss1) return pass([...new Set(outcomes.map(({ say }) => say))].join(' '))
  return miss(miss1.say, ...missed.flatMap(({ examples }) => examples))
}
