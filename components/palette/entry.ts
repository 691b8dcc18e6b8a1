import type { IconName } from '../ui/icon.tsx'

/** A page that the palette leads to. */
export interface PageEntry {
  readonly title: string
  /** What stands at the right: "D6, 9 min". */
  readonly note: string
  readonly href: string
  /** What finds it besides its title. */
  readonly words: string
}

/** The pages of the site by kind, as the server lists them once for all learners. */
export interface PageIndex {
  readonly labs: readonly PageEntry[]
  readonly lessons: readonly PageEntry[]
  /** The page of all mock exams, then each exam's own. */
  readonly exams: readonly PageEntry[]
  /** Short pages on what the exam asks. */
  readonly references: readonly PageEntry[]
  /** Kinds of files first, each with all its findings; then the findings themselves. */
  readonly kinds: readonly PageEntry[]
  readonly findings: readonly PageEntry[]
  /** For instructors; the page tells who is none. */
  readonly playground: readonly PageEntry[]
  readonly studio: readonly PageEntry[]
}

/** What is asked before an act that loses work or is remembered. */
export interface Question {
  readonly title: string
  readonly text: string
  /** The words on the two buttons: the act, and going on without it. */
  readonly act: string
  readonly stay: string
}

/** Something that can be done on the page that is open. */
export interface Command {
  readonly id: string
  readonly title: string
  readonly icon: IconName
  /** The keys that do the same, or "asks first". */
  readonly note?: string
  /** Why it cannot be done now. */
  readonly off?: string | undefined
  readonly ask?: Question
  act(): void
}
