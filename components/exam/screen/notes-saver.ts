import type { ExamNotes, SavedNotes } from './acts.ts'

const typingPause = 800
const largest = 64 * 1024

/** The notepad: what stands in it, and what the server has of it. */
export interface Notes {
  readonly text: string
  /** The stored text that this tab saw last, and its version. */
  readonly seen: ExamNotes
  readonly saving: boolean
  /** Why the newest text could not be saved. */
  readonly failed?: string
}

interface NotesPlace {
  get(): Notes
  put(notes: Notes): void
}

/**
 * Saves the notepad 800 ms after typing stops, one save at a time. When another tab wrote meanwhile the server answers both
 * texts: they are taken over at once, or, when somebody typed on, by the save that follows, which still names the version
 * that this tab has seen, so that the server keeps what is new in it once more.
 */
export function createNotesSaver({ get, put }: NotesPlace, save: (notes: ExamNotes) => Promise<SavedNotes>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined

  const saveOnce = async (): Promise<boolean> => {
    const { failed: _, ...notes } = get()
    const { text, seen } = notes
    if (new Blob([text]).size > largest) {
      put({ ...notes, failed: 'a notepad may have 64 KiB at most' })
      return false
    }
    put({ ...notes, saving: true })
    const answer = await save({ text, version: seen.version })
    const now = get()
    if (!answer.ok) put({ ...now, saving: false, failed: answer.say })
    else if (answer.notes.text === text) put({ ...now, saving: false, seen: answer.notes })
    else if (now.text === text) put({ ...now, saving: false, text: answer.notes.text, seen: answer.notes })
    else put({ ...now, saving: false })
    return answer.ok
  }

  const drain = async (): Promise<boolean> => {
    while (isUnsaved(get())) if (!(await saveOnce())) return false
    return true
  }

  /** Saves until nothing newer was typed. Asked twice, the second waits for the first. */
  const saveNow = (): Promise<boolean> => {
    clearTimeout(timer)
    running ??= drain().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    typed(text: string) {
      put({ ...get(), text })
      clearTimeout(timer)
      timer = setTimeout(() => void saveNow(), typingPause)
    },
    saveNow,
    /** What another tab wrote: taken over unless something here is not saved, which the next save brings together. */
    heard(stored: ExamNotes) {
      const notes = get()
      if (stored.version <= notes.seen.version || notes.saving || isUnsaved(notes)) return
      put({ ...notes, text: stored.text, seen: stored })
    },
  }
}

export function isUnsaved({ text, seen }: Notes): boolean {
  return text !== seen.text
}
