import type { HintsView } from '#engine/grade/attempt-view.ts'
import type { LiveAttempt } from './live-attempt.ts'

/** The hints of every check that has some, in the order of the checks; those not opened are only counted. */
export function hintsView({ lab, history }: Pick<LiveAttempt, 'lab' | 'history'>): readonly HintsView[] {
  return lab.checks.flatMap(({ id, title }) => {
    const hints = lab.hints.get(id) ?? []
    if (hints.length === 0) return []
    return [{ check: id, title, count: hints.length, opened: hints.slice(0, history.hints.get(id) ?? 0) }]
  })
}
