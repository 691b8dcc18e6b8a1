import { cache } from 'react'
import { openAttempt } from '#server/attempts/open-attempt.ts'
import { currentLearner } from '#server/learner.ts'

/** The learner's attempt at a lab; asked twice for one request, it is opened once. */
export const opened = cache(async (lab: string) => openAttempt(await currentLearner(), lab))
