import { cache } from 'react'
import { examReport } from '#server/exams/exam-report.ts'
import { currentLearner } from '#server/learner.ts'

/** The learner's report; asked for twice in one request, it is read once. */
export const reported = cache(async (exam: string) => examReport(await currentLearner(), exam))
