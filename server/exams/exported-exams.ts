import 'server-only'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'

/** A learner's exams as plain JSON. What follows from grading is there once it is stored. */
export async function exportedExams(learner: string): Promise<readonly object[]> {
  const rows = await patiently(() =>
    database().exam.findMany({
      where: { learnerId: learner },
      orderBy: { startedAt: 'asc' },
      select: {
        id: true,
        startedAt: true,
        endsAt: true,
        closedAt: true,
        extra: true,
        paper: true,
        notes: true,
        gradedAt: true,
        report: true,
        tasks: {
          orderBy: { number: 'asc' },
          select: { number: true, attemptId: true, weight: true, flagged: true, done: true },
        },
      },
    }),
  )
  return rows.map(({ paper, report, ...exam }) => ({
    ...Object.fromEntries(Object.entries(exam).filter(([, value]) => value !== null)),
    paper: JSON.parse(paper) as unknown,
    ...(report === null ? {} : { report: JSON.parse(report) as unknown }),
  }))
}
