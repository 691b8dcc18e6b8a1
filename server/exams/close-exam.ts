import 'server-only'
import { stopCommands } from '../attempts/stop-commands.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { house } from '../house.ts'
import { anyExam, type StoredExam, timeIn } from './stored-exam.ts'

/**
 * The end of an exam, in this order, so that what is graded does not depend on who is quicker:
 * 1. From `endsAt` on, or once the candidate ends it, no act begins.
 * 2. Commands that still run are interrupted like by Ctrl+C. What a command did until then is a step like any other; it is
 *    stored before the exam is closed.
 * 3. The exam is closed, once. From then on the database itself refuses a step, so a command of another process that did
 *    not make it is never acknowledged, and never counts.
 * Only then is it graded, from exactly the steps that are stored.
 */

/** Closes an exam whose time is up. */
export async function closeIfOver(id: string): Promise<void> {
  const exam = await anyExam(id)
  if (exam === undefined || exam.closedAt !== undefined || timeIn(exam) < exam.endsAt) return
  await settle(exam)
  // An instructor may have given more time just before the end.
  await close(id, { closedAt: new Date(exam.endsAt) }, { endsAt: { lte: new Date(exam.endsAt) } })
}

/** Closes an exam that its candidate ends now. */
export async function closeNow(exam: StoredExam): Promise<void> {
  const now = new Date(timeIn(exam))
  await settle(exam)
  await close(exam.id, { closedAt: now, finishedAt: now })
}

async function close(id: string, data: { closedAt: Date; finishedAt?: Date }, still: { endsAt?: { lte: Date } } = {}) {
  await patiently(() => database().exam.updateMany({ where: { id, closedAt: null, ...still }, data }))
}

/** Interrupts what this process runs for an exam; ends when the steps are stored. */
export async function settle({ tasks }: Pick<StoredExam, 'tasks'>): Promise<void> {
  const live = tasks.flatMap(({ attempt }) => house().attempts.get(attempt) ?? [])
  await Promise.all(live.map(stopCommands))
}
