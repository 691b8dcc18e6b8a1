import type { Paper } from '#engine/grade/exam/blueprint.ts'
import type { ExamReport } from '#engine/grade/exam/exam-view.ts'
import { weigh } from '#engine/grade/exam/weigh.ts'

/**
 * The paper of the tasks that lost points or could not be graded, with the next variant of each. Its minutes are their
 * share of the first one's, rounded up to five. A lab with no variants is not there any more, and left out.
 */
export function paperAgain(
  paper: Paper,
  report: Pick<ExamReport, 'tasks'>,
  variants: (lab: string) => number,
  seed: string,
): Paper {
  const lost = new Set(report.tasks.filter(({ earned, weight }) => earned < weight).map(({ number }) => number))
  const tasks = paper.tasks.filter(({ lab }, index) => lost.has(index + 1) && variants(lab) > 0)
  const share = tasks.reduce((sum, { weight }) => sum + weight, 0)
  const weights = weigh(tasks.map(({ weight }) => weight))
  return {
    ...paper,
    title: tasks.length === 1 ? '1 task again' : `${tasks.length} tasks again`,
    minutes: Math.ceil((paper.minutes * share) / 100 / 5) * 5,
    seed,
    tasks: tasks.map(({ lab, variant }, index) => ({
      lab,
      variant: (variant + 1) % variants(lab),
      weight: weights[index] ?? 0,
    })),
  }
}
