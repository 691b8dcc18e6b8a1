import 'server-only'
import type { ExamReport, ExamTaskReport } from '#engine/grade/exam/exam-view.ts'
import { sumExam } from '#engine/grade/exam/sum-exam.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { gradeTask } from './grade-task.ts'
import { anyExam, type StoredExam, timeIn } from './stored-exam.ts'
import { shareGap } from './time-per-task.ts'

/**
 * Grades a closed exam and stores its report whole, so that it never changes. Several processes may do it at once: they
 * find the same, and the first one's is kept. Throws when it cannot be done now; it is to be tried again then.
 */
export async function gradeExam(id: string): Promise<void> {
  const exam = await anyExam(id)
  if (exam?.closedAt === undefined || exam.gradedAt !== undefined) return
  const report = await reportOf(exam, exam.closedAt)
  await patiently(() =>
    database().exam.updateMany({
      where: { id, gradedAt: null },
      data: {
        gradedAt: new Date(timeIn(exam)),
        score: report.score,
        passed: report.passed,
        report: JSON.stringify(report),
      },
    }),
  )
}

async function reportOf(exam: StoredExam, endedAt: number): Promise<ExamReport> {
  const { paper, extra } = exam
  const last = shareGap(exam, endedAt)
  const graded = await Promise.all(exam.tasks.map(task => gradeTask(exam.learner, task)))
  const sum = sumExam(
    graded.map(({ domain, report }, index) => ({ domain, report, weight: exam.tasks[index]?.weight ?? 0 })),
    paper.pass,
  )
  const tasks = exam.tasks.map(({ number, weight, flagged, done, spent }, index): ExamTaskReport | undefined => {
    const task = graded[index]
    return (
      task && {
        ...task,
        number,
        weight,
        flagged,
        done,
        earned: sum.earned[index] ?? 0,
        spent: spent + (number === exam.task ? last.spent : 0),
        budget: Math.round(paper.minutes * 600 * weight * (1 + extra / 100)),
      }
    )
  })
  return {
    format: 'breakwater-exam/1',
    id: exam.id,
    blueprint: paper.blueprint,
    title: paper.title,
    seed: paper.seed,
    minutes: paper.minutes,
    extra,
    pass: paper.pass,
    startedAt: exam.startedAt,
    endedAt,
    ended: exam.finishedAt === undefined ? 'clock' : 'candidate',
    score: sum.score,
    passed: sum.passed,
    leftOut: sum.leftOut,
    away: exam.away + last.away,
    domains: sum.domains,
    tasks: tasks.filter(task => task !== undefined),
  }
}
