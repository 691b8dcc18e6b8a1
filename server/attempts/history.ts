import type { AttemptHead, AttemptStatus } from '#engine/grade/attempt-view.ts'

/** What the course of an attempt follows from: its steps without their texts. */
export interface HistoryStep {
  readonly seq: number
  readonly kind: 'command' | 'edit' | 'check' | 'hint' | 'solution' | 'give-up' | 'undo' | 'redo' | 'reset'
  /** command, edit: a file differs from before. */
  readonly touched?: boolean
  /** check: everything was earned. */
  readonly solved?: boolean
  /** hint: the id of its check. */
  readonly check?: string
}

export interface History {
  /** Numbers of the commands and edits in force, oldest first: the world is the start with these applied. */
  readonly path: readonly number[]
  readonly head: AttemptHead
  /** Check id → how many of its hints are open. */
  readonly hints: ReadonlyMap<string, number>
}

/**
 * Folds a transcript. Undo, redo and reset move the head and are steps themselves: nothing is erased, a reset is undone
 * like a command, and checks, hints and the solution count for ever. A change after an undo lets go of what was undone.
 */
export function foldHistory(steps: readonly HistoryStep[]): History {
  const done: HistoryStep[] = []
  const undone: HistoryStep[] = []
  let status: AttemptStatus = 'open'
  let checkedAt: number | undefined
  let checked: number | undefined
  const hints = new Map<string, number>()

  for (const step of steps) {
    switch (step.kind) {
      case 'command':
      case 'edit':
      case 'reset':
        done.push(step)
        undone.length = 0
        break
      case 'undo':
        move(done, undone)
        break
      case 'redo':
        move(undone, done)
        break
      case 'check':
        if (step.solved && status === 'open') status = 'solved'
        checkedAt = step.seq
        checked = lastTouch(inForce(done))
        break
      case 'give-up':
        if (status === 'open') status = 'given-up'
        break
      case 'hint':
        if (step.check !== undefined) hints.set(step.check, (hints.get(step.check) ?? 0) + 1)
        break
      case 'solution':
        break
    }
  }
  const path = inForce(done)
  return {
    path: path.map(({ seq }) => seq),
    head: {
      seq: steps.at(-1)?.seq ?? 0,
      status,
      canUndo: done.length > 0,
      canRedo: undone.length > 0,
      steps: path.length,
      changedSinceCheck: checked !== undefined && checked !== lastTouch(path),
      ...(checkedAt === undefined ? {} : { checkedAt }),
    },
    hints,
  }
}

function move(from: HistoryStep[], to: HistoryStep[]): void {
  const last = from.pop()
  if (last !== undefined) to.push(last)
}

function inForce(done: readonly HistoryStep[]): readonly HistoryStep[] {
  return done.slice(done.findLastIndex(({ kind }) => kind === 'reset') + 1)
}

/** Names the content of the files: the newest step in force that touched one, 0 for the start. */
function lastTouch(path: readonly HistoryStep[]): number {
  return path.findLast(({ touched }) => touched)?.seq ?? 0
}
