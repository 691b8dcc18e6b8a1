import { examReport } from '#server/exams/exam-report.ts'
import { says } from '#server/http/read-json.ts'
import { currentLearner } from '#server/learner.ts'

export const dynamic = 'force-dynamic'

/** The report as a file to keep, once there is one. */
export async function GET(_: Request, { params }: RouteContext<'/exam/[id]/report/export'>) {
  const report = await examReport(await currentLearner(), (await params).id)
  if (report === null) return says(404, 'There is no such exam.', 'not-found')
  if (report === 'running') return says(403, 'The exam is running. Its report comes after the end.', 'not-due')
  if (report === 'grading') return says(503, 'The exam is being graded. Ask again in a moment.', 'unavailable')
  const day = new Date(report.startedAt).toISOString().slice(0, 10)
  return new Response(`${JSON.stringify(report, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="breakwater-exam-${day}.json"`,
      'cache-control': 'no-store',
    },
  })
}
