import type { ReactNode } from 'react'
import type { AttemptHead, AttemptView, HintsView, Refused, ShownReport } from '#engine/grade/attempt-view.ts'
import type { StartView } from './state.ts'

/** What every act answers: done, with what came of it, or refused with one sentence. */
export type Answer<T> = ({ readonly ok: true } & T) | ({ readonly ok: false } & Refused)

/** Sent with every act that adds a step: the newest step this tab knows, and which tab it is. */
export interface StepInput {
  readonly attempt: string
  readonly after: number
  readonly tab: string
}

export interface FileInput {
  readonly attempt: string
  readonly host: string
  readonly path: string
}

/** A file as the server has it. `text: null` is no such file; `refused` says why it cannot be edited. */
export interface ReadFile {
  readonly host: string
  readonly path: string
  readonly text: string | null
  readonly refused?: string
}

export interface Listed {
  readonly name: string
  readonly kind: 'file' | 'directory' | 'link'
}

/** Hints of one check; the opened ones as the server drew them. */
export interface DrawnHints extends Omit<HintsView, 'opened'> {
  readonly opened: readonly ReactNode[]
}

export interface DrawnSolution {
  readonly explain: ReactNode
  readonly script: ReactNode
}

/** An attempt as the workbench takes it: all Markdown is drawn by the server. */
export interface WorkbenchView extends Omit<AttemptView, 'task' | 'hints' | 'solution'> {
  readonly hints: readonly DrawnHints[]
  readonly solution?: DrawnSolution
}

type Head = { readonly head: AttemptHead }
type Viewed = Promise<Answer<{ readonly view: StartView }>>

/** The acts of the page, handed in so that no component knows the server. Each rejects only when the server cannot be reached. */
export interface WorkbenchActs {
  saveFile(input: StepInput & FileInput & { readonly text: string }): Promise<Answer<Head>>
  readFile(input: FileInput): Promise<Answer<{ readonly file: ReadFile }>>
  listFiles(input: FileInput): Promise<Answer<{ readonly files: readonly Listed[] }>>
  openTerminal(input: { readonly attempt: string }): Promise<Answer<{ readonly id: string; readonly prompt: string }>>
  check(input: StepInput): Promise<Answer<Head & { readonly report: ShownReport }>>
  openHint(
    input: StepInput & { readonly check: string },
  ): Promise<Answer<Head & { readonly hints: readonly DrawnHints[] }>>
  giveUp(input: StepInput): Promise<Answer<Head & { readonly solution: DrawnSolution }>>
  openSolution(input: StepInput): Promise<Answer<Head & { readonly solution: DrawnSolution }>>
  undo(input: StepInput): Viewed
  redo(input: StepInput): Viewed
  reset(input: StepInput): Viewed
  reload(input: { readonly attempt: string }): Viewed
  startAgain(input: { readonly lab: string }): Promise<Answer<{ readonly id: string }>>
}
