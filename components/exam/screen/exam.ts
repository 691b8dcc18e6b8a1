import type { ExamTaskView, ExamView } from '#engine/grade/exam/exam-view.ts'
import type { Answer } from '../../workbench/acts.ts'
import { type Attempt, createAttempt } from '../../workbench/attempt.ts'
import { createSender } from '../../workbench/sender.ts'
import { changed, firstState } from '../../workbench/state.ts'
import { createStore } from '../../workbench/store.ts'
import type { ExamActs } from './acts.ts'
import { timeLeft } from './clock.ts'
import { examChanged, firstExamState } from './exam-state.ts'
import type { ExamStore } from './exam-store.ts'
import { createNotesSaver } from './notes-saver.ts'
import { startOf, taskActs } from './task-acts.ts'

/** A task's machine: its attempt, and the hosts that its files may be on. */
export interface Machine {
  readonly attempt: Attempt
  readonly hosts: readonly string[]
}

/** Everything a candidate can do in an exam. Nothing here rejects: what goes wrong is told in the state. */
export interface Exam {
  readonly view: ExamView
  readonly store: ExamStore
  /** By the task's number, from when it was first shown. */
  readonly machines: ReadonlyMap<number, Machine>
  /** The server's time when the exam began, in milliseconds since the epoch. */
  readonly startedAt: number
  /** Looks at the clock: the timer follows, and what was typed is saved when the end is near. */
  tick(): void
  /** Begins to run on a page: hears how things stand, and reads the machines again when the page is an old one. */
  wake(): Promise<void>
  /** Hears the server's clock and what another tab changed. `task: null` while nobody looks. */
  poll(): Promise<void>
  goTo(task: number): void
  /** Fetches the task's machine unless it is there. */
  open(task: number): Promise<void>
  mark(task: number, marks: { readonly flagged?: boolean; readonly done?: boolean }): Promise<void>
  noted(text: string): void
  saveAll(): Promise<boolean>
  finish(): Promise<void>
}

const nearTheEnd = 3000
/** The age in milliseconds from which a page is an old one, which a browser brought back. */
const old = 30_000

export function createExam(view: ExamView, first: ExamTaskView | null, acts: ExamActs): Exam {
  const exam = view.id
  const store: ExamStore = createStore(firstExamState(view, performance.now()), examChanged)
  const machines = new Map<number, Machine>()
  const opening = new Set<number>()
  const send = createSender(store)

  const refused = ({ refused: why }: { readonly refused: string }) => {
    if (why === 'over') store.change({ do: 'over' })
  }
  /** The same act, and the exam ends with the first answer that says so. */
  const watched =
    <I, T>(act: (input: I) => Promise<Answer<T>>) =>
    async (input: I): Promise<Answer<T>> => {
      const answer = await act(input)
      if (!answer.ok) refused(answer)
      return answer
    }
  const watchedActs: ExamActs = {
    saveFile: watched(acts.saveFile),
    readFile: watched(acts.readFile),
    listFiles: watched(acts.listFiles),
    openTerminal: watched(acts.openTerminal),
    viewTask: watched(acts.viewTask),
    poll: watched(acts.poll),
    mark: watched(acts.mark),
    saveNotes: watched(acts.saveNotes),
    resetTask: watched(acts.resetTask),
    finish: watched(acts.finish),
  }

  const notes = createNotesSaver(
    { get: () => store.get().notes, put: it => store.change({ do: 'notes', notes: it }) },
    it => send(() => watchedActs.saveNotes({ exam, ...it })),
  )

  const take = (task: ExamTaskView) => {
    const own = createStore(firstState(startOf(task)), changed)
    const attempt = createAttempt(task.id, own, taskActs(watchedActs, exam, task.number))
    machines.set(task.number, { attempt: { ...attempt, refused }, hosts: task.hosts })
    store.change({ do: 'opened', task: task.number })
  }

  const open = async (task: number) => {
    if (machines.has(task) || opening.has(task)) return
    opening.add(task)
    const answer = await send(() => watchedActs.viewTask({ exam, task }))
    opening.delete(task)
    if (answer.ok) take(answer.task)
    else store.change({ do: 'not-opened', task })
  }

  const poll = async () => {
    const { current, notes: pad } = store.get()
    const task = document.visibilityState === 'visible' ? current : null
    const answer = await watchedActs.poll({ exam, task, notes: pad.seen.version }).catch(() => null)
    if (answer === null) return store.change({ do: 'away' })
    if (!answer.ok) return store.change({ do: 'say', say: answer.say })
    store.change({ do: 'heard', head: answer.head, at: performance.now() })
    if (answer.notes) notes.heard(answer.notes)
  }

  const saveAll = async () => {
    const saved = await Promise.all([notes.saveNow(), ...[...machines.values()].map(it => it.attempt.saveAll())])
    return saved.every(Boolean)
  }

  if (first) take(first)
  return {
    view,
    store,
    machines,
    startedAt: view.head.endsAt - view.minutes * 600 * (100 + view.extra),
    tick() {
      const { head, heardAt, left: before } = store.get()
      const left = Math.ceil(timeLeft({ head, at: heardAt }, performance.now()) / 1000) * 1000
      store.change({ do: 'tick', left })
      if (before > nearTheEnd && left <= nearTheEnd) void saveAll()
    },
    async wake() {
      void open(store.get().current)
      await poll()
      if (store.get().head.now - view.head.now < old) return
      for (const it of machines.values()) void it.attempt.reload()
    },
    poll,
    goTo(task) {
      if (task === store.get().current) return store.change({ do: 'pane', pane: 'task' })
      store.change({ do: 'task', task })
      void open(task)
      void poll()
    },
    open,
    async mark(task, marks) {
      store.change({ do: 'marked', task, ...marks })
      const answer = await send(() => watchedActs.mark({ exam, task, ...marks }))
      if (answer.ok) store.change({ do: 'heard', head: answer.head, at: performance.now() })
      else await poll()
    },
    noted: notes.typed,
    saveAll,
    async finish() {
      const answer = await send(() => watchedActs.finish({ exam }))
      if (answer.ok) store.change({ do: 'over' })
    },
  }
}
