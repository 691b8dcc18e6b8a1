import type { Attempt } from '../workbench/attempt.ts'
import { nextMark, spokenMark } from '../workbench/findings/counts.ts'
import type { Findings } from '../workbench/findings/findings.ts'
import { giveUpQuestion } from '../workbench/give-up-question.ts'
import { resetQuestion } from '../workbench/reset-question.ts'
import type { Pane } from '../workbench/state.ts'
import { readerMode, turnReader } from '../workbench/terminal/reader/reader-mode.ts'
import type { Command } from './entry.ts'

/** What can be done in a lab, as it stands now. `findings: null` where nothing is marked. */
export function labCommands(attempt: Attempt, findings: Findings | null): readonly Command[] {
  const { store } = attempt
  const { head, hints, pane } = store.get()
  const show = (to: Pane) => {
    store.change({ do: 'pane', pane: to })
    attempt.focus.get(to)?.()
  }
  const panes: readonly Command[] = [
    { id: 'editor', title: 'Go to the editor', icon: 'file', note: 'Alt 1', act: () => show('editor') },
    { id: 'terminal', title: 'Go to the terminal', icon: 'terminal', note: 'Alt 2', act: () => show('terminal') },
    { id: 'task', title: 'Go to the task', icon: 'note', note: 'Alt 3', act: () => show('task') },
    { id: 'results', title: 'Go to the results', icon: 'tick', note: 'Alt 4', act: () => show('results') },
  ]
  return [
    { id: 'check', title: 'Check my work', icon: 'tick', note: 'Alt Enter', act: () => void attempt.check() },
    {
      id: 'undo',
      title: 'Undo the last step',
      icon: 'undo',
      note: 'Alt Shift Z',
      off: head.canUndo ? undefined : 'no step to undo',
      act: () => void attempt.undo(),
    },
    {
      id: 'redo',
      title: 'Redo the step',
      icon: 'redo',
      note: 'Alt Shift Y',
      off: head.canRedo ? undefined : 'no step to redo',
      act: () => void attempt.redo(),
    },
    {
      id: 'reset',
      title: 'Reset this lab',
      icon: 'reset',
      note: 'asks first',
      off: head.steps === 0 ? 'as it was at its start' : undefined,
      ask: resetQuestion(head.steps),
      act: () => void attempt.reset(),
    },
    ...panes,
    { id: 'new-terminal', title: 'Open a new terminal', icon: 'plus', act: () => void newTerminal(attempt, show) },
    ...(findings ? findingCommands(attempt, findings) : []),
    {
      id: 'reader',
      title: `Turn terminal reader mode ${readerMode() ? 'off' : 'on'}`,
      icon: 'keyboard',
      act: () => turnReader(!readerMode()),
    },
    ...(hints.some(it => it.count > 0)
      ? [
          {
            id: 'hints',
            title: 'Show the hints',
            icon: 'bulb' as const,
            act() {
              store.change({ do: 'task-tab', tab: 'hints' })
              if (pane !== 'task') show('task')
            },
          },
        ]
      : []),
    ...(head.status === 'open'
      ? [
          {
            id: 'give-up',
            title: 'Give up and see the solution',
            icon: 'book' as const,
            note: 'asks first',
            ask: giveUpQuestion,
            act: () => void attempt.giveUp(),
          },
        ]
      : []),
  ]
}

async function newTerminal(attempt: Attempt, show: (pane: Pane) => void) {
  await attempt.openTerminal()
  show('terminal')
}

function findingCommands({ store }: Attempt, findings: Findings): readonly Command[] {
  const { on, marks } = findings.get()
  const { active, caret } = store.get()
  const own = marks[active ?? ''] ?? []
  const step = (by: 1 | -1) => {
    const mark = nextMark(own, caret, by)
    if (!mark) return
    store.change({ do: 'pane', pane: 'editor' })
    findings.goTo?.(mark)
    findings.say(spokenMark(mark))
  }
  const off = on ? (own.length === 0 ? 'this file has none' : undefined) : 'findings are off'
  return [
    { id: 'next-finding', title: 'Next finding', icon: 'flag', note: 'F8', off, act: () => step(1) },
    { id: 'previous-finding', title: 'Previous finding', icon: 'flag', note: 'Shift F8', off, act: () => step(-1) },
    {
      id: 'findings',
      title: `Turn findings ${on ? 'off' : 'on'}`,
      icon: 'flag',
      act: () => findings.turn(!on),
    },
  ]
}
