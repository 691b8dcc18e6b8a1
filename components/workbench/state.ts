import type { AttemptHead, FileName, ShownReport } from '#engine/grade/attempt-view.ts'
import type { DrawnHints, DrawnSolution, ReadFile, WorkbenchView } from './acts.ts'

/** A file with a tab of its own. `saved: null` says that the server has no such file yet. */
export interface EditorFile extends FileName {
  readonly saved: string | null
  readonly text: string
  readonly refused?: string
  readonly saving: boolean
  /** Why the newest text could not be saved. */
  readonly failed?: string
}

/** A line that decided, until it is edited or the next check comes. */
export interface Lit extends FileName {
  readonly line: number
  /** What stands behind the line: "decides get secrets/db in prod". */
  readonly note: string
}

export type Pane = 'task' | 'editor' | 'terminal' | 'results'

export type TaskTab = 'task' | 'hints' | 'solution'

export interface TerminalTab {
  readonly id: string
  /** "candidate@base:~$" */
  readonly prompt: string
}

/** What a view of an attempt brings into the state. */
export type StartView = Pick<WorkbenchView, 'head' | 'files' | 'terminals' | 'past' | 'hints' | 'report' | 'solution'>

/** Everything the workbench shows, as a value. */
export interface State {
  readonly head: AttemptHead
  readonly files: readonly EditorFile[]
  readonly active: string | null
  readonly caret: { readonly line: number; readonly column: number }
  readonly lit: readonly Lit[]
  /** A line to be shown; `times` makes asking for the same line twice a change. */
  readonly reveal: { readonly key: string; readonly line: number; readonly times: number } | null
  readonly terminals: readonly TerminalTab[]
  readonly terminal: string
  readonly past: WorkbenchView['past']
  /** Counts how often the terminals have to be drawn anew: after undo, redo, reset and reload. */
  readonly redraws: number
  readonly report: ShownReport | null
  readonly checking: boolean
  readonly hints: readonly DrawnHints[]
  readonly solution: DrawnSolution | null
  readonly taskTab: TaskTab
  /** The pane that a phone shows. */
  readonly pane: Pane
  /** How many steps wait for a server that does not answer. */
  readonly waiting: number
  readonly conflict: boolean
  /** The one sentence about the last act that was not done. */
  readonly said: string | null
}

export type Change =
  | { readonly do: 'head'; readonly head: AttemptHead }
  | { readonly do: 'typed'; readonly key: string; readonly text: string }
  | { readonly do: 'saving'; readonly key: string }
  | { readonly do: 'saved'; readonly key: string; readonly text: string; readonly head: AttemptHead }
  | { readonly do: 'not-saved'; readonly key: string; readonly say: string }
  | { readonly do: 'read'; readonly file: ReadFile }
  | { readonly do: 'show'; readonly key: string }
  | { readonly do: 'close'; readonly key: string }
  | { readonly do: 'reveal'; readonly key: string; readonly line: number }
  | { readonly do: 'unlit'; readonly key: string; readonly line: number }
  | { readonly do: 'caret'; readonly line: number; readonly column: number }
  | { readonly do: 'terminal-opened'; readonly tab: TerminalTab }
  | { readonly do: 'terminal-shown'; readonly id: string }
  | { readonly do: 'prompt'; readonly id: string; readonly prompt: string }
  | { readonly do: 'checking' }
  | { readonly do: 'checked'; readonly head: AttemptHead; readonly report: ShownReport }
  | { readonly do: 'not-checked' }
  | { readonly do: 'hints'; readonly head: AttemptHead; readonly hints: readonly DrawnHints[] }
  | { readonly do: 'solution'; readonly head: AttemptHead; readonly solution: DrawnSolution }
  | { readonly do: 'view'; readonly view: StartView }
  | { readonly do: 'task-tab'; readonly tab: TaskTab }
  | { readonly do: 'pane'; readonly pane: Pane }
  | { readonly do: 'waiting'; readonly by: 1 | -1 }
  | { readonly do: 'conflict' }
  | { readonly do: 'say'; readonly say: string | null }

export function keyOf({ host, path }: FileName): string {
  return `${host}:${path}`
}

export function isDirty({ saved, text }: EditorFile): boolean {
  return text !== (saved ?? '')
}

export function firstState(view: StartView): State {
  const files = view.files.map(fromServer)
  return {
    head: view.head,
    files,
    active: files[0] ? keyOf(files[0]) : null,
    caret: { line: 1, column: 1 },
    lit: view.report && !view.head.changedSinceCheck ? litBy(view.report) : [],
    reveal: null,
    terminals: view.terminals,
    terminal: view.terminals[0]?.id ?? '1',
    past: view.past,
    redraws: 0,
    report: view.report ?? null,
    checking: false,
    hints: view.hints,
    solution: view.solution ?? null,
    taskTab: 'task',
    pane: 'task',
    waiting: 0,
    conflict: false,
    said: null,
  }
}

export function changed(state: State, change: Change): State {
  switch (change.do) {
    case 'head':
      return { ...state, head: newer(state.head, change.head) }
    case 'typed':
      return withFile(state, change.key, file => ({ ...file, text: change.text }))
    case 'saving':
      return withFile(state, change.key, ({ failed: _, ...file }) => ({ ...file, saving: true }))
    case 'saved':
      return {
        ...withFile(state, change.key, file => ({ ...file, saved: change.text, saving: false })),
        head: newer(state.head, change.head),
      }
    case 'not-saved':
      return withFile(state, change.key, file => ({ ...file, saving: false, failed: change.say }))
    case 'read':
      return read(state, change.file)
    case 'show':
      return { ...state, active: change.key, pane: 'editor' }
    case 'close':
      return closed(state, change.key)
    case 'reveal':
      return {
        ...state,
        active: change.key,
        pane: 'editor',
        reveal: { key: change.key, line: change.line, times: (state.reveal?.times ?? 0) + 1 },
      }
    case 'unlit':
      return { ...state, lit: state.lit.filter(it => keyOf(it) !== change.key || it.line !== change.line) }
    case 'caret':
      return { ...state, caret: { line: change.line, column: change.column } }
    case 'terminal-opened':
      return { ...state, terminals: [...state.terminals, change.tab], terminal: change.tab.id, pane: 'terminal' }
    case 'terminal-shown':
      return { ...state, terminal: change.id, pane: 'terminal' }
    case 'prompt':
      return {
        ...state,
        terminals: state.terminals.map(it => (it.id === change.id ? { ...it, prompt: change.prompt } : it)),
      }
    case 'checking':
      return { ...state, checking: true, said: null }
    case 'checked':
      return {
        ...state,
        checking: false,
        pane: 'results',
        head: newer(state.head, change.head),
        report: change.report,
        lit: litBy(change.report),
      }
    case 'not-checked':
      return { ...state, checking: false }
    case 'hints':
      return { ...state, head: newer(state.head, change.head), hints: change.hints }
    case 'solution':
      return { ...state, head: newer(state.head, change.head), solution: change.solution, taskTab: 'solution' }
    case 'view':
      return viewed(state, change.view)
    case 'task-tab':
      return { ...state, taskTab: change.tab, pane: 'task' }
    case 'pane':
      return { ...state, pane: change.pane }
    case 'waiting':
      return { ...state, waiting: Math.max(0, state.waiting + change.by) }
    case 'conflict':
      return { ...state, conflict: true, checking: false }
    case 'say':
      return { ...state, said: change.say }
  }
}

/** Answers may arrive in another order than their steps were stored. */
function newer(a: AttemptHead, b: AttemptHead): AttemptHead {
  return b.seq >= a.seq ? b : a
}

function withFile(state: State, key: string, update: (file: EditorFile) => EditorFile): State {
  return { ...state, files: state.files.map(file => (keyOf(file) === key ? update(file) : file)) }
}

function fromServer({ host, path, text, refused }: ReadFile): EditorFile {
  return { host, path, saved: text, text: text ?? '', saving: false, ...(refused === undefined ? {} : { refused }) }
}

/** A file as the server has it now: a tab is opened for it, or the text is taken over unless something was typed since. */
function read(state: State, file: ReadFile): State {
  const key = keyOf(file)
  const open = state.files.find(it => keyOf(it) === key)
  if (open === undefined) return { ...state, files: [...state.files, fromServer(file)] }
  if (isDirty(open) || open.saving) return state
  const lit = open.saved === file.text ? state.lit : state.lit.filter(it => keyOf(it) !== key)
  return { ...withFile(state, key, () => fromServer(file)), lit }
}

function closed(state: State, key: string): State {
  const at = state.files.findIndex(file => keyOf(file) === key)
  const files = state.files.filter(file => keyOf(file) !== key)
  const neighbour = files[Math.min(at, files.length - 1)]
  const active = state.active === key ? (neighbour ? keyOf(neighbour) : null) : state.active
  return { ...state, files, active }
}

/** The server's word on everything but what was typed and not saved. Other tabs stay, to be read again by who asked for the view. */
function viewed(state: State, view: StartView): State {
  const first = firstState(view)
  const theirs = new Map(first.files.map(file => [keyOf(file), file]))
  const files = state.files.map(file => {
    const now = theirs.get(keyOf(file)) ?? file
    return isDirty(file) ? { ...now, text: file.text } : now
  })
  const terminals = view.terminals
  return {
    ...first,
    files,
    active: state.active,
    caret: state.caret,
    redraws: state.redraws + 1,
    taskTab: view.head.status === 'open' && state.taskTab === 'solution' ? 'task' : state.taskTab,
    pane: state.pane,
    waiting: state.waiting,
    terminal: terminals.some(it => it.id === state.terminal) ? state.terminal : first.terminal,
  }
}

/** The deciding lines of the missed checks, by the plainest counter-example of each. A line that decided several is lit once. */
function litBy({ report }: ShownReport): readonly Lit[] {
  const lines = new Map<string, Lit>()
  for (const { outcome } of report.verdicts) {
    const decided = outcome.result === 'miss' ? outcome.examples[0]?.decidedBy : undefined
    if (decided?.place === undefined) continue
    const { host, path, line } = decided.place
    const at = `${line} ${keyOf(decided.place)}`
    const note = decided.lit ?? 'decides'
    const lit = lines.get(at)
    if (lit === undefined) lines.set(at, { host, path, line, note })
    else if (!lit.note.split('; ').includes(note)) lines.set(at, { ...lit, note: `${lit.note}; ${note}` })
  }
  return [...lines.values()]
}
