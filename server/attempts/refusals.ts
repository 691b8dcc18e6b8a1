import type { Refused } from '#engine/grade/attempt-view.ts'
import { sqliteTrouble } from '../database/sqlite-trouble.ts'

export type Refusal = { readonly ok: false } & Refused

export function refused(why: Refused['refused'], say: string): Refusal {
  return { ok: false, refused: why, say }
}

export const notFound = refused('not-found', 'There is no such attempt.')
export const noLab = refused('not-found', 'There is no such lab.')
export const moved = refused('conflict', 'This attempt was changed in another tab. Reload to go on from there.')
export const tooFast = refused('too-many', 'That was too much at once. Wait a second and do it again.')

export const examOver = refused('over', 'The exam is over.')
export const notInExam = refused('not-due', 'That is not possible while the exam runs.')
export const labInExam = refused(
  'not-due',
  'This lab is a task of the exam that is running. It opens again when the exam is over.',
)

/** The attempt's exam was closed before the step could be stored. */
export class ExamOver extends Error {}

/** The number of a step was taken by another process. */
export class StepTaken extends Error {}

/** Errors of the database as refusals; undefined for a fault of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof StepTaken) return moved
  if (error instanceof ExamOver) return examOver
  switch (sqliteTrouble(error)) {
    case 'full':
      return refused('full', 'The server has no room to store this. It was not done; nothing stored before is lost.')
    case 'locked':
      return refused(
        'unavailable',
        'The database is busy with something else. It was not done; do it again in a moment.',
      )
    case 'corrupt':
    case 'read-only':
      return refused('unavailable', 'The database cannot be written. It was not done; look at the server’s log.')
    default:
      return undefined
  }
}

export const ourFault = refused(
  'unavailable',
  'This could not be done. The error is ours; nothing stored before is lost.',
)
