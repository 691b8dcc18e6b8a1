'use server'

import { z } from 'zod'
import { readExtraTime } from '#components/exam/begin/extra-time.ts'
import type { GiveTime } from '#components/exam/begin/give-time-form.tsx'
import * as exams from '#server/exams/give-time.ts'
import { formFields } from '#server/http/form-fields.ts'
import { isInstructor } from '#server/instructor.ts'

const sent = z.object({ code: z.string().trim().min(1).max(40), extra: z.string() })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** Gives the candidate with this code more time, and says until when. */
export const giveMoreTime: GiveTime = async (_, form) => {
  if (!(await isInstructor())) return { ok: false, say: 'Only an instructor can give more time. Sign in again.' }
  const parsed = sent.safeParse(formFields(form))
  if (!parsed.success) return { ok: false, say: 'Type the code that the candidate’s screen shows.' }
  const { code, extra } = parsed.data
  const given = await exams.giveTime({ code, extra: readExtraTime(extra) })
  if (!given.ok) return { ok: false, say: given.say }
  const { title, startedAt, endsAt } = given
  return { ok: true, say: `“${title}”, begun at ${time.format(startedAt)}, now ends at ${time.format(endsAt)}.` }
}
