import type { Report, Verdict } from '#engine/grade/report.ts'

/** A report with nothing but what its type says: whatever else a kind of check may have left on it stays here. */
export function shownReport({ verdicts, earned, of, solved }: Report): Report {
  return { verdicts: verdicts.map(shownVerdict), earned, of, solved }
}

function shownVerdict({ id, title, points, guard, outcome, earned }: Verdict): Verdict {
  return { id, title, points, guard, earned, outcome: shownOutcome(outcome) }
}

function shownOutcome(outcome: Verdict['outcome']): Verdict['outcome'] {
  if (outcome.result !== 'miss') return { result: outcome.result, say: outcome.say }
  return {
    result: 'miss',
    say: outcome.say,
    examples: outcome.examples.map(({ pairs, decidedBy }) => ({
      pairs: pairs.map(({ label, value, tone }) => ({ label, value, ...(tone === undefined ? {} : { tone }) })),
      ...(decidedBy === undefined ? {} : { decidedBy }),
    })),
  }
}
