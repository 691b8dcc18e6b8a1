import type { ExamHead, ExamView } from '#engine/grade/exam/exam-view.ts'
import type { Change } from '../../workbench/state.ts'
import { bringsBack, type Mark, markPassed } from './clock.ts'
import type { Notes } from './notes-saver.ts'

/** The pane that a phone shows. */
export type ExamPane = 'tasks' | 'task' | 'work'

/** Everything that the screen shows beside the machines of its tasks, as a value. */
export interface ExamState {
  readonly head: ExamHead
  /** When the head was heard, by `performance.now()`. */
  readonly heardAt: number
  /** Milliseconds, as the timer shows them. */
  readonly left: number
  /** The mark that was passed last, until it is put away. */
  readonly alert: Mark | null
  readonly timerHidden: boolean
  readonly current: number
  /** Tasks whose machine has come. */
  readonly opened: readonly number[]
  /** The task whose machine did not come. */
  readonly notOpened: number | null
  /** Tasks that were before the candidate. */
  readonly seen: readonly number[]
  readonly notes: Notes
  readonly pane: ExamPane
  readonly documents: boolean
  /** How many acts wait for a server that does not answer, and whether the last look at its clock was in vain. */
  readonly waiting: number
  readonly away: boolean
  readonly said: string | null
  readonly over: boolean
}

export type ExamChange =
  | Extract<Change, { readonly do: 'waiting' | 'say' | 'conflict' }>
  | { readonly do: 'heard'; readonly head: ExamHead; readonly at: number }
  | { readonly do: 'tick'; readonly left: number }
  | { readonly do: 'away' }
  | { readonly do: 'over' }
  | { readonly do: 'put-away' }
  | { readonly do: 'timer'; readonly hidden: boolean }
  | { readonly do: 'task'; readonly task: number }
  | { readonly do: 'opened'; readonly task: number }
  | { readonly do: 'not-opened'; readonly task: number }
  | { readonly do: 'marked'; readonly task: number; readonly flagged?: boolean; readonly done?: boolean }
  | { readonly do: 'notes'; readonly notes: Notes }
  | { readonly do: 'pane'; readonly pane: ExamPane }
  | { readonly do: 'documents'; readonly open: boolean }

export function firstExamState({ head, current, notes, tasks }: ExamView, at: number): ExamState {
  return {
    head,
    heardAt: at,
    left: Math.max(0, head.endsAt - head.now),
    alert: null,
    timerHidden: false,
    current,
    opened: [],
    notOpened: null,
    seen: tasks.filter(it => it.seen).map(it => it.number),
    notes: { text: notes.text, seen: notes, saving: false },
    pane: 'task',
    documents: false,
    waiting: 0,
    away: false,
    said: null,
    over: head.state !== 'running',
  }
}

export function examChanged(state: ExamState, change: ExamChange): ExamState {
  switch (change.do) {
    case 'heard':
      return heard(state, change.head, change.at)
    case 'tick':
      return ticked(state, change.left)
    case 'away':
      return state.away ? state : { ...state, away: true }
    case 'over':
      return { ...state, over: true }
    case 'put-away':
      return { ...state, alert: null }
    case 'timer':
      return { ...state, timerHidden: change.hidden }
    case 'task':
      return { ...state, current: change.task, notOpened: null, pane: 'task', seen: withTask(state.seen, change.task) }
    case 'opened':
      return { ...state, notOpened: null, opened: withTask(state.opened, change.task) }
    case 'not-opened':
      return { ...state, notOpened: change.task }
    case 'marked':
      return { ...state, head: { ...state.head, tasks: state.head.tasks.map(it => marked(it, change)) } }
    case 'notes':
      return { ...state, notes: change.notes }
    case 'pane':
      return { ...state, pane: change.pane }
    case 'documents':
      // They lie over the machines, which a phone may not be showing.
      return { ...state, documents: change.open, ...(change.open && { pane: 'work' }) }
    case 'waiting':
      return { ...state, waiting: Math.max(0, state.waiting + change.by) }
    case 'say':
      return { ...state, said: change.say }
    case 'conflict':
      // Only an attempt's own steps can be too late.
      return state
  }
}

/** Answers may arrive in another order than they were given: an older one changes nothing. */
function heard(state: ExamState, head: ExamHead, at: number): ExamState {
  if (head.now < state.head.now) return { ...state, away: false }
  return { ...state, head, heardAt: at, away: false, over: state.over || head.state !== 'running' }
}

function ticked(state: ExamState, left: number): ExamState {
  if (left === state.left) return state
  const mark = markPassed(state.left, left)
  if (mark === undefined) return { ...state, left }
  return { ...state, left, alert: mark, timerHidden: state.timerHidden && !bringsBack(mark) }
}

type Marked = Extract<ExamChange, { readonly do: 'marked' }>

function marked(task: ExamHead['tasks'][number], { task: number, flagged, done }: Marked) {
  if (task.number !== number) return task
  return { number, flagged: flagged ?? task.flagged, done: done ?? task.done }
}

function withTask(tasks: readonly number[], task: number): readonly number[] {
  return tasks.includes(task) ? tasks : [...tasks, task]
}
