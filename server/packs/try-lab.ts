import 'server-only'
import { labHash } from '#packs/pack-hash.ts'
import type { Answer } from '../attempts/answer.ts'
import { startAgain } from '../attempts/open-attempt.ts'
import { noLab, ourFault, refusalOf } from '../attempts/refusals.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { house } from '../house.ts'

/**
 * Sees to it that who opens a lab next meets the version that is offered: begins a new attempt when the newest one was
 * begun with other files. Earlier ones stay as they are.
 */
export async function tryLab(learner: string, labId: string): Promise<Answer<object>> {
  const source = (await house().library()).find(labId)
  if (source === undefined) return noLab
  try {
    const newest = await patiently(() =>
      database().attempt.findFirst({
        where: { learnerId: learner, labId, examTask: null },
        orderBy: { startedAt: 'desc' },
        select: { filesHash: true },
      }),
    )
    // Opening the lab begins the first one.
    if (newest === null || newest.filesHash === labHash(source.files)) return { ok: true }
    return await startAgain(learner, labId)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) console.error(`Lab ${labId}:`, error)
    return refusal ?? ourFault
  }
}
