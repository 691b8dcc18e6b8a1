import { describe, expect, test } from 'vitest'
import type { ExamHead, ExamView } from '#engine/grade/exam/exam-view.ts'
import { type ExamChange, examChanged, firstExamState } from './exam-state.ts'

const minutes = (count: number) => count * 60_000
const tasks = [1, 2].map(number => ({ number, flagged: false, done: false }))
const head: ExamHead = { state: 'running', now: 1000, endsAt: 1000 + minutes(60), tasks, notes: 0 }
const card = { title: '', host: 'node-1', weight: 50, minutes: 30, flagged: false, done: false, task: '' }
const view: ExamView = {
  ...{ id: 'e', code: 'K7QF-2M', title: 'Half an hour', minutes: 60, extra: 0, head, current: 2 },
  tasks: tasks.map(it => ({ ...card, ...it, seen: it.number === 2 })),
  notes: { text: 'a', version: 4 },
}
const stateAfter = (...changes: readonly ExamChange[]) => changes.reduce(examChanged, firstExamState(view, 50))

test('an exam starts where its candidate was last', () => {
  expect(stateAfter()).toMatchObject({ current: 2, left: minutes(60), heardAt: 50, over: false, seen: [2] })
})

describe('the clock', () => {
  test('an answer that was overtaken changes nothing but that the server is there', () => {
    const state = stateAfter(
      { do: 'heard', head: { ...head, now: 3000, notes: 2 }, at: 60 },
      { do: 'away' },
      { do: 'heard', head: { ...head, now: 2000 }, at: 70 },
    )
    expect(state).toMatchObject({ heardAt: 60, away: false, head: { now: 3000, notes: 2 } })
  })

  test('a head that does not run any more ends the exam, and nothing brings it back', () => {
    expect(
      stateAfter({ do: 'heard', head: { ...head, state: 'grading' }, at: 60 }, { do: 'heard', head, at: 61 }).over,
    ).toBe(true)
  })

  test('the same second is no change', () => {
    const state = stateAfter({ do: 'tick', left: minutes(31) })
    expect(examChanged(state, { do: 'tick', left: minutes(31) })).toBe(state)
  })

  test('a mark that is passed is told once', () => {
    const passed = stateAfter({ do: 'tick', left: minutes(30) })
    expect(passed.alert).toBe(30)
    expect(
      [{ do: 'put-away' } as const, { do: 'tick', left: minutes(30) - 1000 } as const].reduce(examChanged, passed),
    ).toMatchObject({
      alert: null,
    })
  })

  test.each([
    [minutes(30), true],
    [minutes(15), false],
    [minutes(5), false],
  ])('a timer that was put away, at %i milliseconds: hidden %s', (left, hidden) => {
    expect(stateAfter({ do: 'timer', hidden: true }, { do: 'tick', left }).timerHidden).toBe(hidden)
  })
})

test('a mark at a task is seen before the server answers, and the server has the last word', () => {
  const flagged = stateAfter({ do: 'marked', task: 1, flagged: true }, { do: 'marked', task: 2, done: true })
  expect(flagged.head.tasks).toEqual([
    { number: 1, flagged: true, done: false },
    { number: 2, flagged: false, done: true },
  ])
  expect(examChanged(flagged, { do: 'heard', head, at: 60 }).head.tasks).toEqual(tasks)
})

test('tasks that were seen are counted once', () => {
  expect(stateAfter({ do: 'task', task: 1 }, { do: 'task', task: 2 }, { do: 'task', task: 1 }).seen).toEqual([2, 1])
})

test('the documents lie over the machines, so a phone shows those', () => {
  expect(stateAfter({ do: 'documents', open: true })).toMatchObject({ documents: true, pane: 'work' })
  expect(stateAfter({ do: 'documents', open: false })).toMatchObject({ documents: false, pane: 'task' })
})
