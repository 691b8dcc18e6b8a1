'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { TryLab } from '#components/studio/try-form.tsx'
import { formFields } from '#server/http/form-fields.ts'
import { currentLearner } from '#server/learner.ts'
import * as packs from '#server/packs/try-lab.ts'
import { closedDoor, studioDoor } from '#server/studio-door.ts'

const id = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)

/** Opens a lab as learners get it now. */
export const tryLab: TryLab = async (_, form) => {
  const door = await studioDoor()
  if (door !== 'open') return closedDoor[door]
  const lab = id.safeParse(formFields(form)?.lab)
  if (!lab.success) return 'There is no such lab.'
  const answer = await packs.tryLab(await currentLearner(), lab.data)
  if (!answer.ok) return answer.say
  redirect(`/labs/${lab.data}`)
}
