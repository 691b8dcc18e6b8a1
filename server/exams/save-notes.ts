import 'server-only'
import type { Answer } from '../attempts/answer.ts'
import { moved, refused } from '../attempts/refusals.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { examAct } from './exam-act.ts'
import { mergeNotes } from './merge-notes.ts'
import type { Notes } from './poll-exam.ts'
import { storedExam } from './stored-exam.ts'

/** In bytes. Two texts that are put together may be longer, so that neither loses anything. */
const atMost = 64 * 1024

/** How often another tab may be quicker before the sender is told. */
const tries = 5

export interface SaveNotesInput {
  readonly exam: string
  /** What the sender saw before it wrote. */
  readonly version: number
  readonly text: string
}

/** Stores the whole notepad; what another tab wrote meanwhile is kept before it, and comes back. */
export async function saveNotes(
  learner: string,
  { exam: id, version, text }: SaveNotesInput,
): Promise<Answer<{ readonly notes: Notes }>> {
  if (Buffer.byteLength(text) > atMost) return refused('too-large', 'The notepad holds at most 64 KiB.')
  return examAct(learner, id, async exam => {
    let stored = exam.notes
    for (let left = tries; left > 0; left--) {
      const notes = {
        text: version === stored.version ? text : mergeNotes(stored.text, text),
        version: stored.version + 1,
      }
      if (notes.text === stored.text) return { ok: true, notes: stored }
      const { count } = await patiently(() =>
        database().exam.updateMany({
          where: { id, notesVersion: stored.version, closedAt: null },
          data: { notes: notes.text, notesVersion: notes.version },
        }),
      )
      if (count === 1) return { ok: true, notes }
      stored = (await storedExam(learner, id))?.notes ?? stored
    }
    return moved
  })
}
