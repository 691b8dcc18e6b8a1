import type { Report } from '#engine/grade/report.ts'

/** A report as it is read out: "5 of 10 points. 2 checks missed: Secrets in prod, Log kept." */
export function spoken({ earned, of, verdicts }: Report): string {
  const missed = verdicts.filter(it => it.outcome.result === 'miss').map(it => it.title)
  const ungraded = verdicts.filter(it => it.outcome.result === 'ungraded').length
  const points = `${earned} of ${of} points.`
  const misses = missed.length === 0 ? '' : ` ${checks(missed.length)} missed: ${missed.join(', ')}.`
  const rest = ungraded === 0 ? '' : ` ${checks(ungraded)} could not be graded.`
  return points + misses + rest
}

function checks(count: number): string {
  return count === 1 ? '1 check' : `${count} checks`
}
