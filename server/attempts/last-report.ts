import 'server-only'
import type { ShownReport } from '#engine/grade/attempt-view.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import type { LiveAttempt } from './live-attempt.ts'

/** The report of the newest check, as it was shown. */
export async function lastReport(attempt: LiveAttempt): Promise<ShownReport | undefined> {
  const seq = attempt.history.head.checkedAt
  if (seq === undefined) return undefined
  const row = await patiently(() =>
    database().step.findUnique({
      where: { attemptId_seq: { attemptId: attempt.origin.id, seq } },
      select: { report: true },
    }),
  )
  return row?.report ? (JSON.parse(row.report) as ShownReport) : undefined
}
