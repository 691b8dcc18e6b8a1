import { cache } from 'react'
import { openAttempt } from '#server/attempts/open-attempt.ts'
import { isInExam } from '#server/exams/running-exam.ts'
import { currentLearner } from '#server/learner.ts'

/** The learner's attempt at a lab; asked twice for one request, it is opened once. */
export const opened = cache(async (lab: string) => openAttempt(await currentLearner(), lab))

/** Whether the lab is a task of the exam that is running. */
export const inExam = cache(async (lab: string) => isInExam(await currentLearner(), lab))
