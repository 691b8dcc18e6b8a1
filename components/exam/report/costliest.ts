import type { ExamTaskReport } from '#engine/grade/exam/exam-view.ts'
import { tenth } from './score-words.ts'

type Costs = Pick<ExamTaskReport, 'weight' | 'earned' | 'report' | 'spent'>

/** Whether a task counts in the score: nothing of it does when none of its checks could be graded. */
export function counts({ report }: Pick<Costs, 'report'>): boolean {
  return report !== null && report.of > 0
}

/** Points of the exam that a task lost. One that does not count loses none. */
export function lost({ weight, earned, report }: Pick<Costs, 'weight' | 'earned' | 'report'>): number {
  return counts({ report }) ? Math.max(0, tenth(weight - earned)) : 0
}

/** The tasks that lost most, at most `count`; of two that lost the same, the one that took longer. Tasks that lost nothing are never among them. */
export function costliest<Task extends Costs>(tasks: readonly Task[], count: number): readonly Task[] {
  return tasks
    .filter(it => lost(it) > 0)
    .toSorted((a, b) => lost(b) - lost(a) || b.spent - a.spent)
    .slice(0, count)
}

/** The tasks that a retake asks again: those that are not whole, also those that could not be graded. */
export function notWhole<Task extends Pick<Costs, 'weight' | 'earned'>>(tasks: readonly Task[]): readonly Task[] {
  return tasks.filter(({ weight, earned }) => earned < weight)
}
