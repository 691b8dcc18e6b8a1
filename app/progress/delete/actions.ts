'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { currentLearner } from '#server/learner.ts'
import { learnerCookie } from '#server/learner-cookie.ts'
import { deleteEverything } from '#server/progress.ts'

/** Deletes everything of this learner, then forgets who they were: the next request makes a new one. */
export async function deleteMine(): Promise<void> {
  await deleteEverything(await currentLearner())
  const jar = await cookies()
  jar.delete(learnerCookie.name)
  redirect('/progress/delete/done')
}
