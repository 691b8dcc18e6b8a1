import type { ExamHead, ExamTaskView } from '#engine/grade/exam/exam-view.ts'
import type { Answer, StepInput, WorkbenchActs } from '../../workbench/acts.ts'

export interface ExamNotes {
  readonly text: string
  readonly version: number
}

export type SavedNotes = Answer<{ readonly notes: ExamNotes }>

type OfTask = { readonly exam: string; readonly task: number }
type Viewed = Promise<Answer<{ readonly task: ExamTaskView }>>

/** The acts of the page, handed in so that no component knows the server. Each rejects only when the server cannot be reached. */
export interface ExamActs extends Pick<WorkbenchActs, 'saveFile' | 'readFile' | 'listFiles' | 'openTerminal'> {
  viewTask(input: OfTask): Viewed
  /** `task: null` while no task is before the candidate; `notes` is the version of the notepad that this tab has seen. */
  poll(input: {
    readonly exam: string
    readonly task: number | null
    readonly notes: number
  }): Promise<Answer<{ readonly head: ExamHead; readonly notes?: ExamNotes }>>
  mark(
    input: OfTask & { readonly flagged?: boolean; readonly done?: boolean },
  ): Promise<Answer<{ readonly head: ExamHead }>>
  saveNotes(input: { readonly exam: string } & ExamNotes): Promise<SavedNotes>
  resetTask(input: OfTask & Omit<StepInput, 'attempt'>): Viewed
  finish(input: { readonly exam: string }): Promise<Answer<object>>
}
