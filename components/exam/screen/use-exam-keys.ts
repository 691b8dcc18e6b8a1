import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import type { Exam } from './exam.ts'
import { type ExamKey, examKeyOf, type FocusPane, panes } from './exam-keys.ts'
import type { ExamPane } from './exam-state.ts'
import { focusEditor } from './focus-editor.ts'

/** Takes the exam's keys before editor and terminal see them. */
export function useExamKeys(exam: Exam) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = examKeyOf(event)
      if (key === undefined || document.querySelector('dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      act(exam, key)
    }
    addEventListener('keydown', pressed, { capture: true })
    return () => removeEventListener('keydown', pressed, { capture: true })
  }, [exam])
}

function act(exam: Exam, key: ExamKey) {
  const { current, head, documents } = exam.store.get()
  const task = head.tasks.find(it => it.number === current)
  switch (key.do) {
    case 'next-task':
      return turn(exam, 1)
    case 'previous-task':
      return turn(exam, -1)
    case 'flag':
      return void exam.mark(current, { flagged: !task?.flagged })
    case 'done':
      return void exam.mark(current, { done: !task?.done })
    case 'documents':
      return exam.store.change({ do: 'documents', open: !documents })
    case 'next-pane':
      return focus(exam, neighbour(1))
    case 'previous-pane':
      return focus(exam, neighbour(-1))
    case 'focus':
      return focus(exam, key.pane)
  }
}

/** The task beside the current one; who turns to it reads it first. */
export function turn(exam: Exam, by: 1 | -1) {
  const { current } = exam.store.get()
  const { length } = exam.view.tasks
  exam.goTo(((current - 1 + by + length) % length) + 1)
  focus(exam, 'task')
}

const shownOnPhone = { tasks: 'tasks', task: 'task', notes: 'task' } as const satisfies Partial<
  Record<FocusPane, ExamPane>
>

function focus(exam: Exam, pane: FocusPane | 'editor' | 'terminal') {
  if (pane === 'tasks' || pane === 'task' || pane === 'notes') {
    flushSync(() => exam.store.change({ do: 'pane', pane: shownOnPhone[pane] }))
    document.querySelector<HTMLElement>(`[data-exam-focus="${pane}"]`)?.focus()
    return
  }
  const { attempt } = exam.machines.get(exam.store.get().current) ?? {}
  flushSync(() => {
    exam.store.change({ do: 'pane', pane: 'work' })
    if (pane !== 'work') attempt?.store.change({ do: 'pane', pane })
  })
  if (attempt === undefined) return
  if (attempt.store.get().pane === 'editor') focusEditor(attempt)
  else attempt.focus.get('terminal')?.()
}

function neighbour(by: 1 | -1): FocusPane {
  const now = document.activeElement?.closest<HTMLElement>('[data-exam-pane]')?.dataset.examPane
  const at = panes.indexOf(now as FocusPane)
  const next = at < 0 ? (by > 0 ? 0 : panes.length - 1) : (at + by + panes.length) % panes.length
  return panes[next] ?? 'task'
}
