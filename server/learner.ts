import 'server-only'

/** The id of the learner who sent this request, from their signed cookie (set by `proxy.ts` on a first visit). */
export async function currentLearner(): Promise<string> {
  throw new Error('not built yet')
}
