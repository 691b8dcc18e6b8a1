import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ExamHead, ExamTaskView, ExamView } from '#engine/grade/exam/exam-view.ts'
import type { ExamActs } from './acts.ts'
import { createExam } from './exam.ts'

// What is tested here stands without React; its contexts are only beside it.
vi.mock('react', () => ({ createContext: () => null, use: () => null, useSyncExternalStore: () => null }))

const minute = 60_000
const over = { ok: false, refused: 'over', say: 'The exam is over.' } as const
const tasks = [1, 2].map(number => ({ number, flagged: false, done: false }))
const head: ExamHead = { state: 'running', now: 5000, endsAt: 5000 + 30 * minute, tasks, notes: 0 }
const card = { title: '', host: 'node-1', weight: 50, minutes: 15, seen: false, task: '' }
const view: ExamView = {
  ...{ id: 'e', code: '', title: '', minutes: 30, extra: 25, head, current: 1 },
  tasks: tasks.map(it => ({ ...card, ...it })),
  notes: { text: '', version: 0 },
}
const machine = (number: number, seq = 0): ExamTaskView => ({
  ...{ id: `attempt-${number}`, number, host: 'node-1', hosts: ['base', 'node-1'], files: [], past: [] },
  head: { seq, status: 'open', canUndo: false, canRedo: false, steps: 0, changedSinceCheck: false },
  terminals: [{ id: '1', prompt: 'candidate@base:~$' }],
})

/** An exam whose server does nothing but what a test says. */
function running(answers: Partial<ExamActs> = {}, first: ExamTaskView | null = machine(1)) {
  const unasked = async () => {
    throw new Error('not asked in this test')
  }
  const acts: ExamActs = {
    ...{ saveFile: unasked, readFile: unasked, listFiles: unasked, openTerminal: unasked, saveNotes: unasked },
    ...{ mark: unasked, resetTask: unasked, finish: unasked },
    viewTask: async ({ task }) => ({ ok: true, task: machine(task) }),
    poll: async () => ({ ok: true, head }),
    ...answers,
  }
  const exam = createExam(view, first, acts)
  return { exam, state: () => exam.store.get() }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { visibilityState: 'visible' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the clock', () => {
  test('it goes on by the page’s own steady clock, and follows the server when that is heard', async () => {
    const { exam, state } = running({
      poll: async () => ({ ok: true, head: { ...head, now: 5000 + 2 * minute } }),
    })
    vi.setSystemTime(Date.now() + 600 * minute)
    await vi.advanceTimersByTimeAsync(minute)
    exam.tick()
    expect(state().left).toBe(29 * minute)
    await exam.poll()
    exam.tick()
    expect(state().left).toBe(28 * minute)
  })

  test('the start is where the time with all that was given leads back to', () => {
    expect(running().exam.startedAt).toBe(head.endsAt - 37.5 * minute)
  })

  test('a server that is away is told, and nothing else changes', async () => {
    const { exam, state } = running({ poll: () => Promise.reject(new TypeError('no network')) })
    await exam.poll()
    expect(state()).toMatchObject({ away: true, over: false, said: null })
  })

  test.each([
    ['visible', 1],
    ['hidden', null],
  ])('a page that is %s says that task %j is before the candidate', async (visibilityState, task) => {
    vi.stubGlobal('document', { visibilityState })
    const poll = vi.fn<ExamActs['poll']>(async () => ({ ok: true, head }))
    await running({ poll }).exam.poll()
    expect(poll).toHaveBeenCalledWith({ exam: 'e', task, notes: 0 })
  })
})

describe('the end', () => {
  test('comes with a head that does not run any more', async () => {
    const { exam, state } = running({ poll: async () => ({ ok: true, head: { ...head, state: 'grading' } }) })
    await exam.poll()
    expect(state().over).toBe(true)
  })

  test('comes with any act that is refused because of it', async () => {
    const { exam, state } = running({ mark: async () => over })
    await exam.mark(1, { flagged: true })
    expect(state().over).toBe(true)
  })

  test('comes with a command that is refused because of it', () => {
    const { exam, state } = running()
    exam.machines.get(1)?.attempt.refused?.(over)
    expect(state().over).toBe(true)
  })

  test('comes when the candidate finishes', async () => {
    const { exam, state } = running({ finish: async () => ({ ok: true }) })
    await exam.finish()
    expect(state().over).toBe(true)
  })

  test('does not come because the page thinks that the time is over', async () => {
    const { exam, state } = running()
    await vi.advanceTimersByTimeAsync(31 * minute)
    exam.tick()
    expect(state()).toMatchObject({ left: 0, over: false })
  })

  test('what was typed is saved three seconds before', async () => {
    const saveNotes = vi.fn<ExamActs['saveNotes']>(async ({ text }) => ({ ok: true, notes: { text, version: 1 } }))
    const { exam } = running({ saveNotes })
    await vi.advanceTimersByTimeAsync(30 * minute - 3000)
    exam.noted('last words')
    exam.tick()
    await vi.advanceTimersByTimeAsync(0)
    expect(saveNotes).toHaveBeenCalledOnce()
  })
})

describe('tasks', () => {
  test('a machine is fetched once, when its task is first shown', async () => {
    const viewTask = vi.fn<ExamActs['viewTask']>(async ({ task }) => ({ ok: true, task: machine(task) }))
    const { exam, state } = running({ viewTask })
    exam.goTo(2)
    exam.goTo(1)
    exam.goTo(2)
    await vi.advanceTimersByTimeAsync(0)
    expect(viewTask.mock.calls).toEqual([[{ exam: 'e', task: 2 }]])
    expect(state()).toMatchObject({ current: 2, opened: [1, 2] })
  })

  test('a machine that does not open says so and can be asked for again', async () => {
    let broken = true
    const { exam, state } = running({
      viewTask: async ({ task }) =>
        broken ? { ok: false, refused: 'unavailable', say: 'not now' } : { ok: true, task: machine(task) },
    })
    await exam.open(2)
    expect(state()).toMatchObject({ notOpened: 2, said: 'not now', opened: [1] })
    broken = false
    await exam.open(2)
    expect(state()).toMatchObject({ notOpened: null, opened: [1, 2] })
  })

  test.each([
    ['a page that a browser brought back', 40_000, 7],
    ['a fresh page', 1000, 0],
  ])('%s: the machines stand at step %i', async (_, age, seq) => {
    const { exam } = running({
      poll: async () => ({ ok: true, head: { ...head, now: head.now + age } }),
      viewTask: async ({ task }) => ({ ok: true, task: machine(task, 7) }),
    })
    await exam.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(exam.machines.get(1)?.attempt.store.get().head.seq).toBe(seq)
  })

  test('what helps or takes back is refused without asking the server', async () => {
    const { attempt } = running().exam.machines.get(1) ?? {}
    if (!attempt) throw new Error('the first task has a machine')
    await attempt.check()
    await attempt.openHint('any')
    await attempt.openSolution()
    await attempt.giveUp()
    expect(attempt.store.get()).toMatchObject({ report: null, solution: null, hints: [], checking: false })
    expect(attempt.store.get().said).toMatch(/An exam has no checks/)
  })

  test('a mark that is refused is taken back', async () => {
    const { exam, state } = running({
      mark: async () => ({ ok: false, refused: 'unavailable', say: 'not now' }),
    })
    const marked = exam.mark(1, { done: true })
    expect(state().head.tasks[0]?.done).toBe(true)
    await marked
    expect(state().head.tasks[0]?.done).toBe(false)
  })
})
