import 'server-only'
import { database } from './database/client.ts'
import { waitingExams } from './exams/waiting-exams.ts'
import { house } from './house.ts'

export interface Health {
  readonly well: boolean
  readonly database: 'answers' | 'does not answer'
  readonly sessions: { readonly threads: number; readonly running: number; readonly waiting: number }
  /** Exams that are over and not graded yet. */
  readonly exams: { readonly waiting: number }
  /** Resident memory of the process, in MiB. */
  readonly memory: number
}

export async function health(): Promise<Health> {
  const well = await database().$queryRaw`SELECT count(*) FROM "_prisma_migrations"`.then(() => true).catch(() => false)
  return {
    well,
    database: well ? 'answers' : 'does not answer',
    sessions: house().sessions.load(),
    exams: { waiting: well ? await waitingExams().catch(() => 0) : 0 },
    memory: Math.round(process.memoryUsage.rss() / (1024 * 1024)),
  }
}
