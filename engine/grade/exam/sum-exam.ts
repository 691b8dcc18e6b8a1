import { domains } from '../lab-schema.ts'
import type { Report } from '../report.ts'
import type { ExamReport } from './exam-view.ts'

/** A task after the end. */
export interface SummedTask {
  /** Whole per cent of the exam. */
  readonly weight: number
  readonly domain: string
  /** Null: it could not be graded. */
  readonly report: Report | null
}

/** What an exam comes to; all but `leftOut` to one decimal. */
export interface ExamSum extends Pick<ExamReport, 'score' | 'passed' | 'leftOut' | 'domains'> {
  /** For each task, of its weight. */
  readonly earned: readonly number[]
}

/**
 * Adds an exam up. A task that could not be graded at all is left out with its weight; of one that could be graded in part,
 * the part that could decides the whole weight. The score is the sum of what the tasks show, so that it can be added up by
 * hand, as per cent of what could be graded.
 *
 * @param pass the pass mark in per cent; the score as shown must reach it
 */
export function sumExam(tasks: readonly SummedTask[], pass: number): ExamSum {
  // Tenths, for whole numbers add up exactly.
  const counted = tasks.map(({ weight, domain, report }) => {
    const graded = report !== null && report.of > 0
    return { weight, domain, graded, tenths: graded ? Math.round((weight * report.earned * 10) / report.of) : 0 }
  })
  const graded = counted.filter(task => task.graded)
  const of = weightOf(graded)
  const score = of === 0 ? 0 : Math.round((tenthsOf(graded) * 100) / of) / 10
  const named = [...new Set([...domains, ...graded.map(({ domain }) => domain)])]
  return {
    earned: counted.map(({ tenths }) => tenths / 10),
    score,
    passed: of > 0 && score >= pass,
    leftOut: weightOf(counted) - of,
    domains: named.flatMap(domain => {
      const own = graded.filter(task => task.domain === domain)
      return own.length === 0 ? [] : [{ domain, earned: tenthsOf(own) / 10, of: weightOf(own) }]
    }),
  }
}

function weightOf(tasks: readonly { readonly weight: number }[]): number {
  return tasks.reduce((sum, { weight }) => sum + weight, 0)
}

function tenthsOf(tasks: readonly { readonly tenths: number }[]): number {
  return tasks.reduce((sum, { tenths }) => sum + tenths, 0)
}
