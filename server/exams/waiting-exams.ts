import 'server-only'
import { database } from '../database/client.ts'
import { house } from '../house.ts'
import { examNow } from './exam-clock.ts'
import { clockOf } from './stored-exam.ts'

/** How many exams are over and not graded yet. */
export async function waitingExams(): Promise<number> {
  const rows = await database().exam.findMany({
    where: { gradedAt: null },
    select: { endsAt: true, closedAt: true, clockAt: true, clockUptime: true, clockBoot: true },
  })
  const machine = house().clock()
  return rows.filter(row => row.closedAt !== null || examNow(clockOf(row), machine) >= row.endsAt.getTime()).length
}
