import 'server-only'
import type { AttemptHead, ShownReport } from '#engine/grade/attempt-view.ts'
import { house } from '../house.ts'
import { nextTime, practise, tabOf } from './act.ts'
import type { ActInput, Answer } from './answer.ts'
import { appendStep } from './append-step.ts'
import { headState } from './attempt-state.ts'
import { lastReport } from './last-report.ts'
import { shownReport } from './shown-report.ts'

/** Grades the attempt as it stands and stores the report as a step. */
export async function check(
  learner: string,
  input: ActInput,
): Promise<Answer<{ readonly head: AttemptHead; readonly report: ShownReport }>> {
  return practise(learner, input, async attempt => {
    const state = await headState(attempt)
    const before = await lastReport(attempt)
    const began = performance.now()
    const found = shownReport(await house().sessions.check(attempt.origin, state))
    const report: ShownReport = {
      report: found,
      at: nextTime(attempt),
      milliseconds: Math.max(1, Math.round(performance.now() - began)),
      ...(before === undefined ? {} : { before: before.report.earned }),
    }
    await appendStep(attempt, {
      kind: 'check',
      at: report.at,
      ...tabOf(input),
      report: JSON.stringify(report),
      earned: found.earned,
      of: found.of,
      solved: found.solved,
    })
    return { ok: true, head: attempt.history.head, report }
  })
}
