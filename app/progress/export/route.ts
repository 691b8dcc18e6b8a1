import { currentLearner } from '#server/learner.ts'
import { exportOf } from '#server/progress.ts'

export const dynamic = 'force-dynamic'

/** Everything of the learner as a file to keep. */
export async function GET() {
  return new Response(`${JSON.stringify(await exportOf(await currentLearner()), null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="breakwater.json"',
      'cache-control': 'no-store',
    },
  })
}
