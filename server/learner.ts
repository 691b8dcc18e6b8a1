import 'server-only'
import { cookies } from 'next/headers'
import { learnerCookie, newLearner, verifyLearner } from './learner-cookie.ts'
import { learnerKey } from './learner-key.ts'

/**
 * The id of the learner who sent this request, from their signed cookie (set by `proxy.ts` on a first visit).
 * Who keeps no cookies is somebody new each time.
 */
export async function currentLearner(): Promise<string> {
  const cookie = (await cookies()).get(learnerCookie.name)
  return verifyLearner(cookie?.value, learnerKey()) ?? newLearner()
}
