import type { AttemptHead, FileName, Refused } from '#engine/grade/attempt-view.ts'
import type { Answer, StepInput, WorkbenchActs } from './acts.ts'
import { createSaver } from './saver.ts'
import { createSender, pause } from './sender.ts'
import { keyOf, type Pane, type StartView } from './state.ts'
import type { Store } from './store.ts'

type Stepped<T> = Promise<Answer<T>>
type Move = WorkbenchActs['undo']

/** Everything a person can do in the workbench. Nothing here rejects: what goes wrong is told in the state. */
export interface Attempt {
  readonly id: string
  readonly store: Store
  readonly acts: WorkbenchActs
  /** How each pane takes the focus; panes put themselves in. */
  readonly focus: Map<Pane, () => void>
  /** Hears what the terminals were refused, where somebody wants to know. */
  readonly refused?: (refusal: Refused) => void
  /** What a step has to bring along now. */
  input(): StepInput
  typed(key: string, text: string): void
  /** Saves what was typed, and waits for what moves the head; false when something could not be saved. */
  saveAll(): Promise<boolean>
  open(file: FileName, line?: number): Promise<void>
  /** Reads files again that a command changed. */
  refresh(changed: Readonly<Record<string, readonly string[]>>): void
  check(): Promise<void>
  undo(): Promise<void>
  redo(): Promise<void>
  reset(): Promise<void>
  reload(): Promise<void>
  /** Waits for a server that is away. True when it knows more than this tab, whose state then follows it. */
  rejoin(signal: AbortSignal): Promise<boolean>
  openHint(check: string): Promise<void>
  giveUp(): Promise<void>
  openSolution(): Promise<void>
  openTerminal(): Promise<void>
}

export function createAttempt(id: string, store: Store, acts: WorkbenchActs): Attempt {
  const tab = crypto.randomUUID()
  const input = (): StepInput => ({ attempt: id, after: store.get().head.seq, tab })
  const send = createSender(store)
  /** Undo, redo and reset that are on their way. The next step waits for them: it has to know where they led. */
  let moving: Promise<void> = Promise.resolve()
  const step = <T>(act: (input: StepInput) => Stepped<T>) => send(() => moving.then(() => act(input())))
  const saver = createSaver(store, (file, text) => step(it => acts.saveFile({ ...it, ...file, text })))

  const read = async ({ host, path }: FileName) => {
    const answer = await send(() => acts.readFile({ attempt: id, host, path }))
    if (answer.ok) store.change({ do: 'read', file: answer.file })
    return answer.ok
  }

  const take = (view: StartView) => {
    store.change({ do: 'view', view })
    const known = new Set(view.files.map(keyOf))
    for (const file of store.get().files) if (!known.has(keyOf(file))) void read(file)
  }

  const move = async (act: Move, can: (head: AttemptHead) => boolean) => {
    const before = store.get().head
    if (!can(before)) return
    let asked = false
    const answer = await send(async () => {
      // The answer may have been lost after the step was stored: then it must not be done twice.
      const now = asked ? await acts.reload({ attempt: id }) : null
      if (now?.ok && now.view.head.seq > before.seq) return now
      asked = true
      return act(input())
    })
    if (answer.ok) take(answer.view)
  }

  /** One after another, also when a key is pressed twice quickly. */
  const moved = async (act: Move, can: (head: AttemptHead) => boolean) => {
    if (!(await saver.saveAll())) return
    moving = moving.then(() => move(act, can))
    await moving
  }

  const solved = async (act: WorkbenchActs['giveUp']) => {
    const answer = await step(act)
    if (answer.ok) store.change({ do: 'solution', ...answer })
  }

  return {
    id,
    store,
    acts,
    focus: new Map(),
    input,
    typed: saver.typed,
    async saveAll() {
      const saved = await saver.saveAll()
      await moving
      return saved
    },
    async open(file, line) {
      const key = keyOf(file)
      const there = store.get().files.some(it => keyOf(it) === key)
      if (!there && !(await read(file))) return
      store.change(line === undefined ? { do: 'show', key } : { do: 'reveal', key, line })
    },
    refresh(changed) {
      for (const file of store.get().files) if (changed[file.host]?.includes(file.path)) void read(file)
    },
    async check() {
      if (store.get().checking) return
      store.change({ do: 'checking' })
      const answer = (await saver.saveAll()) ? await step(acts.check) : null
      if (answer?.ok) store.change({ do: 'checked', head: answer.head, report: answer.report })
      else store.change({ do: 'not-checked' })
    },
    undo: () => moved(acts.undo, head => head.canUndo),
    redo: () => moved(acts.redo, head => head.canRedo),
    reset: () => moved(acts.reset, head => head.steps > 0),
    async reload() {
      const answer = await send(() => acts.reload({ attempt: id }))
      if (answer.ok) take(answer.view)
    },
    async rejoin(signal) {
      store.change({ do: 'waiting', by: 1 })
      let view: StartView | undefined
      while (view === undefined && !signal.aborted) {
        await pause(1000, signal)
        const answer = await acts.reload({ attempt: id }).catch(() => undefined)
        if (answer?.ok) view = answer.view
      }
      store.change({ do: 'waiting', by: -1 })
      const more = view !== undefined && view.head.seq > store.get().head.seq
      if (view !== undefined && more) take(view)
      return more
    },
    async openHint(check) {
      const answer = await step(it => acts.openHint({ ...it, check }))
      if (answer.ok) store.change({ do: 'hints', ...answer })
    },
    giveUp: () => solved(acts.giveUp),
    openSolution: () => solved(acts.openSolution),
    async openTerminal() {
      const answer = await send(() => acts.openTerminal({ attempt: id }))
      if (answer.ok) store.change({ do: 'terminal-opened', tab: { id: answer.id, prompt: answer.prompt } })
    },
  }
}
