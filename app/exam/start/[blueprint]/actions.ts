'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readExtraTime } from '#components/exam/begin/extra-time.ts'
import type { StartClock } from '#components/exam/begin/start-form.tsx'
import * as exams from '#server/exams/start-exam.ts'
import { formFields } from '#server/http/form-fields.ts'
import { isInstructor } from '#server/instructor.ts'
import { currentLearner } from '#server/learner.ts'

const sent = z.object({ blueprint: z.string().min(1).max(100), seed: z.string().max(1000), extra: z.string() })

/** Draws the exam, starts its clock and leads into it; else the sentence that says why not. */
export const startClock: StartClock = async (_, form) => {
  const parsed = sent.safeParse(formFields(form))
  if (!parsed.success) return 'This page sent something that cannot be read. Reload it.'
  const { blueprint, seed, extra: written } = parsed.data
  // Whoever changes the hidden field is no instructor by that.
  const extra = (await isInstructor()) ? readExtraTime(written) : 0
  const started = await exams.startExam(await currentLearner(), { blueprint, extra, ...(seed && { seed }) })
  if (!started.ok) return started.say
  redirect(`/exam/${started.id}`)
}
