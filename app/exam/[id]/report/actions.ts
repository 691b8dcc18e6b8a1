'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { RetakeSaid } from '#components/exam/report/retake-form.tsx'
import { retakeExam } from '#server/exams/start-exam.ts'
import { currentLearner } from '#server/learner.ts'

const id = z.string().min(1).max(64)

/** Begins a new exam of the tasks that lost points, and leads to it; refused with a sentence. */
export async function retake(exam: string, _before: RetakeSaid): Promise<RetakeSaid> {
  const parsed = id.safeParse(exam)
  if (!parsed.success) return { say: 'This page sent something that cannot be read. Reload it.' }
  const answer = await retakeExam(await currentLearner(), { exam: parsed.data })
  if (!answer.ok) return { say: answer.say }
  redirect(`/exam/${answer.id}`)
}
