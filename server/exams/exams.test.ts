import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { ExamReport } from '#engine/grade/exam/exam-view.ts'
import type { Answer } from '../attempts/answer.ts'
import { check } from '../attempts/check.ts'
import { redo, reset, undo } from '../attempts/move-head.ts'
import { openAttempt, reloadAttempt, startAgain, viewAttempt } from '../attempts/open-attempt.ts'
import { openHint } from '../attempts/open-hint.ts'
import { listFiles, readFile } from '../attempts/read-file.ts'
import { interrupt } from '../attempts/run-command.ts'
import { saveFile } from '../attempts/save-file.ts'
import { giveUp, openSolution } from '../attempts/solution.ts'
import { complete, openTerminalTab } from '../attempts/terminals.ts'
import { database } from '../database/client.ts'
import { evenId, type OddHouse, oddId, openOddHouse } from '../fixtures/odd-house.ts'
import { typeIn } from '../fixtures/type-in.ts'
import { house } from '../house.ts'
import { newLearner } from '../learner-cookie.ts'
import { machineClock } from '../machine-clock.ts'
import { deleteEverything, exportOf, progressOf } from '../progress.ts'
import { endExams, gradeExams } from './end-exams.ts'
import { examReport } from './exam-report.ts'
import { finishExam } from './finish-exam.ts'
import { giveTime } from './give-time.ts'
import { gradeExam } from './grade-exam.ts'
import { listExams } from './list-exams.ts'
import { markTask } from './mark-task.ts'
import { pollExam } from './poll-exam.ts'
import { resetTask } from './reset-task.ts'
import { saveNotes } from './save-notes.ts'
import { retakeExam, startExam } from './start-exam.ts'
import { viewExam, viewExamTask } from './view-exam.ts'
import { waitingExams } from './waiting-exams.ts'
import { watchExams } from './watch-exams.ts'

const minute = 60_000
/** What `watchExams` does each time. */
async function lookAtExams() {
  await endExams()
  await gradeExams()
}
let odd: OddHouse
let learner: string
let exam: string

beforeAll(async () => {
  odd = await openOddHouse()
})
afterAll(() => odd.end())
beforeEach(async () => {
  odd.clock = machineClock
  learner = newLearner()
  exam = (await given(startExam(learner, { blueprint: 'odd' }))).id
})
afterEach(() => vi.restoreAllMocks())

async function given<T>(answer: Promise<Answer<T>>): Promise<T> {
  const it = await answer
  if (!it.ok) throw new Error(it.say)
  return it
}
async function refusal<T>(answer: Promise<Answer<T>>): Promise<string> {
  const it = await answer
  return it.ok ? 'done' : it.refused
}
/** Both clocks of the machine go on by so many milliseconds. */
function pass(milliseconds: number) {
  const now = odd.clock
  odd.clock = () => {
    const { wall, uptime, boot } = now()
    return { wall: wall + milliseconds, uptime: uptime + milliseconds / 1000, boot }
  }
}
const attemptOf = async (task = 1) => (await given(viewExamTask(learner, { exam, task }))).task.id
const wanted = async (attempt: string, path = '/home/wanted') =>
  given(saveFile(learner, { attempt, after: 0, host: 'base', path, text: 'x' }))
async function reportNow(): Promise<ExamReport> {
  const report = await examReport(learner, exam)
  if (report === null || typeof report === 'string') throw new Error(`no report: ${report}`)
  return report
}

test('an exam from its start to its report', async () => {
  const view = await viewExam(learner, exam)
  expect(view).toMatchObject({ minutes: 10, extra: 0, current: 1, head: { state: 'running', notes: 0 } })
  expect(view?.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{2}$/)
  expect(view?.tasks.map(({ number, weight, minutes }) => [number, weight, minutes])).toEqual([
    [1, 60, 6],
    [2, 40, 4],
  ])
  await wanted(await attemptOf())
  await given(markTask(learner, { exam, task: 1, done: true }))
  const { head } = await given(markTask(learner, { exam, task: 2, flagged: true }))
  expect(head.tasks).toEqual([
    { number: 1, flagged: false, done: true },
    { number: 2, flagged: true, done: false },
  ])
  expect(await examReport(learner, exam)).toBe('running')
  await given(finishExam(learner, { exam }))
  const report = await reportNow()
  expect(report).toMatchObject({ score: 60, passed: false, ended: 'candidate', leftOut: 0 })
  expect(report.tasks.map(({ lab, earned, edits, done, explain }) => [lab, earned, edits, done, explain])).toEqual([
    [oddId, 60, 1, true, 'planted-explanation'],
    [evenId, 0, 0, false, 'planted-explanation'],
  ])
  expect(report.tasks[0]?.script).toBe('planted-solution')
  const { running, earlier } = await listExams(learner)
  expect([running, earlier.map(({ id, score }) => [id, score])]).toEqual([undefined, [[exam, 60]]])
})

test('nobody else sees it', async () => {
  const other = newLearner()
  const attempt = await attemptOf()
  expect(await viewExam(other, exam)).toBeNull()
  expect(await examReport(other, exam)).toBeNull()
  expect(await refusal(viewExamTask(other, { exam, task: 1 }))).toBe('not-found')
  expect(await refusal(pollExam(other, { exam, task: 1, notes: 0 }))).toBe('not-found')
  expect(await refusal(finishExam(other, { exam }))).toBe('not-found')
  expect(await refusal(saveFile(other, { attempt, after: 0, host: 'base', path: '/x', text: '' }))).toBe('not-found')
})

test('no answer before the end holds anything secret', async () => {
  const attempt = await attemptOf()
  const frame = await typeIn(learner, attempt, 0, 'echo hello')
  const answers = [
    frame,
    await viewExam(learner, exam),
    await viewExamTask(learner, { exam, task: 1 }),
    await pollExam(learner, { exam, task: 2, notes: -1 }),
    await markTask(learner, { exam, task: 1, done: true }),
    await saveNotes(learner, { exam, version: 0, text: 'mine' }),
    await resetTask(learner, { exam, task: 1, after: 1 }),
    await listExams(learner),
    await examReport(learner, exam),
    await exportOf(learner),
    await startExam(learner, { blueprint: 'odd' }),
    ...(await Promise.all(practiceActs(attempt))),
    await openAttempt(learner, oddId),
    await startAgain(learner, oddId),
  ]
  const said = JSON.stringify(answers)
  expect(said).toContain('hello')
  // The check's id is part of a path that the task names, so it is looked for as a value.
  for (const secret of ['planted', 'The file is there', '"wanted"', '"points"', '"checks"', '"hints"', '"guard"'])
    expect(said.includes(secret), secret).toBe(false)
})

const input = (attempt: string) => ({ attempt, after: 0 })
const practiceActs = (attempt: string) => [
  check(learner, input(attempt)),
  undo(learner, input(attempt)),
  redo(learner, input(attempt)),
  reset(learner, input(attempt)),
  openHint(learner, { ...input(attempt), check: 'wanted' }),
  giveUp(learner, input(attempt)),
  openSolution(learner, input(attempt)),
]
const examActs = (attempt: string) => [
  saveFile(learner, { attempt, after: 0, host: 'base', path: '/home/x', text: '' }),
  readFile(learner, { attempt, host: 'base', path: '/home/note.txt' }),
  listFiles(learner, { attempt, host: 'base', path: '/home' }),
  complete(learner, { attempt, terminal: '1', line: 'e', cursor: 1 }),
  openTerminalTab(learner, { attempt }),
  interrupt(learner, { attempt, terminal: '1' }),
]
const all = (answers: readonly Promise<Answer<object>>[]) => Promise.all(answers.map(it => refusal(it)))

test('while it runs nothing is checked, shown or taken back, and its attempts are no practice', async () => {
  const attempt = await attemptOf()
  expect(await all(practiceActs(attempt))).toEqual(Array(7).fill('not-due'))
  expect(await viewAttempt(learner, attempt)).toBeNull()
  expect(await refusal(reloadAttempt(learner, { attempt }))).toBe('not-found')
  expect(await all(examActs(attempt))).toEqual(Array(6).fill('done'))
})

test('practice at its labs waits, also what was begun before; then it goes on where it was', async () => {
  const other = newLearner()
  const before = await openAttempt(other, oddId)
  const old = before?.id ?? ''
  await given(check(other, input(old)))
  const mine = learner
  learner = other
  exam = (await given(startExam(other, { blueprint: 'odd' }))).id
  expect(await all([...practiceActs(old), ...examActs(old)])).toEqual(Array(13).fill('not-due'))
  expect(await typeIn(other, old, 0, 'echo')).toMatchObject({ kind: 'refused', refusal: { refused: 'not-due' } })
  expect([await viewAttempt(other, old), await openAttempt(other, oddId)]).toEqual([null, null])
  expect(await refusal(startAgain(other, evenId))).toBe('not-due')
  const { attempts } = (await exportOf(other)) as { attempts: readonly object[] }
  expect(attempts.map(it => 'heldBack' in it)).toEqual([true, false, false])
  // Somebody else's practice does not wait.
  learner = mine
  expect((await openAttempt(newLearner(), oddId))?.head.seq).toBe(0)
  await given(finishExam(other, { exam }))
  expect((await openAttempt(other, oddId))?.id).toBe(old)
  expect(await progressOf(other)).toMatchObject({ labs: [{ attempts: 1, checks: 1 }] })
})

test('a command of practice at its labs is stopped when the clock starts', async () => {
  const other = newLearner()
  const old = (await openAttempt(other, oddId))?.id ?? ''
  const ticking = typeIn(other, old, 0, 'tick')
  await vi.waitFor(() => expect(house().attempts.get(old)?.running.size).toBe(1))
  await given(startExam(other, { blueprint: 'odd' }))
  expect(await ticking).toMatchObject({ kind: 'end', exitCode: 130 })
})

test('after the end every act is over, and the report never changes', async () => {
  const attempt = await attemptOf()
  pass(10 * minute)
  expect(await all([...practiceActs(attempt), ...examActs(attempt)])).toEqual(Array(13).fill('over'))
  expect(await typeIn(learner, attempt, 0, 'echo')).toMatchObject({ kind: 'refused', refusal: { refused: 'over' } })
  const exams = [
    viewExamTask(learner, { exam, task: 1 }),
    markTask(learner, { exam, task: 1, done: true }),
    saveNotes(learner, { exam, version: 0, text: 'late' }),
    resetTask(learner, { exam, task: 1, after: 0 }),
    finishExam(learner, { exam }),
  ]
  expect(await all(exams)).toEqual(Array(5).fill('over'))
  expect(await given(pollExam(learner, { exam, task: 1, notes: 0 }))).toMatchObject({ head: { state: 'grading' } })
  expect([await examReport(learner, exam), await waitingExams()]).toEqual(['grading', expect.any(Number)])
  await lookAtExams()
  const report = await reportNow()
  expect(report).toMatchObject({ ended: 'clock', score: 0, endedAt: report.startedAt + 10 * minute })
  pass(minute)
  await lookAtExams()
  await gradeExam(exam)
  expect(await reportNow()).toEqual(report)
})

test('the last moment counts, and the next does not', async () => {
  const attempt = await attemptOf()
  const view = await viewExam(learner, exam)
  const left = (view?.head.endsAt ?? 0) - (view?.head.now ?? 0)
  odd.clock = (
    fixed => () =>
      fixed
  )(machineClock())
  const now = (await viewExam(learner, exam))?.head.now ?? 0
  pass(left + ((view?.head.now ?? 0) - now) - 1)
  await wanted(attempt)
  pass(1)
  expect(await refusal(saveFile(learner, { attempt, after: 1, host: 'base', path: '/home/x', text: '' }))).toBe('over')
  await lookAtExams()
  expect((await reportNow()).score).toBe(60)
})

test('a wall clock that is put on or back wins and loses nothing', async () => {
  const attempt = await attemptOf()
  for (const hours of [1, -1]) {
    const shifted = hours * 60 * minute
    odd.clock = () => ({ ...machineClock(), wall: Date.now() + shifted })
    await lookAtExams()
    const { head } = await given(pollExam(learner, { exam, task: 1, notes: 0 }))
    expect([head.state, Math.round((head.endsAt - head.now) / minute)]).toEqual(['running', 10])
  }
  await wanted(attempt)
  pass(10 * minute)
  await lookAtExams()
  expect((await reportNow()).score).toBe(60)
})

test('an exam that ended while nobody served is graded at the start', async () => {
  await wanted(await attemptOf())
  await odd.restart()
  pass(3 * 60 * minute)
  odd.clock = (now => () => ({ ...now(), uptime: 12, boot: 'another' }))(odd.clock)
  await lookAtExams()
  const report = await reportNow()
  expect([report.score, report.endedAt - report.startedAt, report.ended]).toEqual([60, 10 * minute, 'clock'])
})

test('the watch ends and grades an exam by itself', async () => {
  await wanted(await attemptOf())
  watchExams()
  pass(10 * minute)
  // The second watch takes the place of the first, and looks at once.
  const stop = watchExams()
  await vi.waitFor(reportNow, { timeout: 20_000 })
  stop()
  expect((await reportNow()).score).toBe(60)
})

test('after a boot the steady clock is taken up again', async () => {
  const boot = (wall: number, uptime: number) => {
    odd.clock = () => ({ wall, uptime, boot: 'second' })
  }
  const start = Date.now()
  boot(start + 2 * minute, 10)
  await lookAtExams()
  boot(start + 90 * minute, 70)
  const { head } = await given(pollExam(learner, { exam, task: 1, notes: 0 }))
  expect(Math.round((head.endsAt - head.now) / minute)).toBe(7)
})

test('a command that runs at the end is interrupted, and what it did counts', async () => {
  const attempt = await attemptOf()
  await typeIn(learner, attempt, 0, 'write /home/wanted yes')
  const ticking = typeIn(learner, attempt, 1, 'tick')
  await vi.waitFor(() => expect(house().attempts.get(attempt)?.running.size).toBe(1))
  pass(10 * minute)
  await lookAtExams()
  expect(await ticking).toMatchObject({ kind: 'end', exitCode: 130 })
  const report = await reportNow()
  expect([report.score, report.tasks[0]?.commands]).toEqual([60, 2])
})

test('a closed exam takes no step, whoever stores it', async () => {
  const attempt = await attemptOf()
  const ticking = typeIn(learner, attempt, 0, 'tick')
  await vi.waitFor(() => expect(house().attempts.get(attempt)?.running.size).toBe(1))
  // Another process closes it and knows nothing of the command.
  await database().exam.update({ where: { id: exam }, data: { closedAt: new Date() } })
  await given(Promise.resolve({ ok: true as const, stopped: house().sessions.interrupt(attempt, '1') }))
  expect(await ticking).toMatchObject({ kind: 'refused', refusal: { refused: 'over' } })
  expect(await database().step.count({ where: { attemptId: attempt } })).toBe(0)
})

test('a stop of the program stores what a command did', async () => {
  const attempt = await attemptOf()
  const ticking = typeIn(learner, attempt, 0, 'tick')
  await vi.waitFor(() => expect(house().attempts.get(attempt)?.running.size).toBe(1))
  await house().close()
  expect(await ticking).toMatchObject({ kind: 'end', exitCode: 130 })
  await odd.restart()
  const { task } = await given(viewExamTask(learner, { exam, task: 1 }))
  expect(task.past.map(({ text }) => text)).toEqual(['tick'])
})

test('grading that a stop of the program cuts off is done at the next start', async () => {
  await wanted(await attemptOf())
  await house().close()
  pass(10 * minute)
  await lookAtExams()
  await expect(gradeExam(exam)).rejects.toThrow('shutting down')
  expect(await examReport(learner, exam)).toBe('grading')
  await odd.restart()
  await lookAtExams()
  expect((await reportNow()).score).toBe(60)
})

test('a task that cannot be graded is left out with a sentence', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await wanted(await attemptOf(1))
  await wanted(await attemptOf(2), '/home/unbearable')
  await given(finishExam(learner, { exam }))
  const report = await reportNow()
  expect(report).toMatchObject({ score: 100, passed: true, leftOut: 40 })
  expect(report.tasks[1]).toMatchObject({ report: null, earned: 0, fault: expect.stringContaining('could not be') })
})

test('it is graded once, however many ask', async () => {
  await wanted(await attemptOf())
  pass(10 * minute)
  await Promise.all([lookAtExams(), lookAtExams(), lookAtExams()])
  const first = await database().exam.findUniqueOrThrow({ where: { id: exam } })
  await Promise.all([gradeExam(exam), lookAtExams()])
  expect(await database().exam.findUniqueOrThrow({ where: { id: exam } })).toEqual(first)
})

test('one exam runs at a time, however many are started at once', async () => {
  const other = newLearner()
  const started = await Promise.all([1, 2, 3].map(() => refusal(startExam(other, { blueprint: 'odd' }))))
  expect(started.sort()).toEqual(['done', 'not-due', 'not-due'])
  expect(await database().attempt.count({ where: { learnerId: other } })).toBe(2)
  expect(await refusal(startExam(other, { blueprint: 'none' }))).toBe('not-found')
  expect(await refusal(startExam(other, { blueprint: 'odd', seed: 'x'.repeat(99) }))).toBe('invalid')
  // One whose time is up does not stand in the way of the next.
  pass(10 * minute)
  expect(await refusal(startExam(other, { blueprint: 'odd' }))).toBe('done')
})

test('the same word gives the same exam to a class, down to what is random in it', async () => {
  const drawn = async (seed?: string) => {
    const one = newLearner()
    const { id } = await given(startExam(one, { blueprint: 'odd', ...(seed === undefined ? {} : { seed }) }))
    const rows = await database().examTask.findMany({
      where: { examId: id },
      orderBy: { number: 'asc' },
      select: { attempt: { select: { labId: true, variant: true, seed: true } } },
    })
    return JSON.stringify(rows)
  }
  const class3 = await drawn('Class 3')
  expect(await drawn(' class  3 ')).toBe(class3)
  const others = await Promise.all([drawn(), drawn(), drawn('Class 4')])
  expect(new Set([class3, ...others]).size).toBe(4)
})

test('minutes go to the task that was before the candidate, and those of two tabs once', async () => {
  odd.clock = (
    fixed => () =>
      fixed
  )({ ...machineClock() })
  const poll = (task: number | null) => given(pollExam(learner, { exam, task, notes: 0 }))
  await poll(1)
  const before = await database().exam.findUniqueOrThrow({ where: { id: exam } })
  pass(15_000)
  await Promise.all([poll(2), poll(2)])
  pass(20_000)
  await poll(null)
  pass(30_000)
  await poll(2)
  pass(minute)
  await given(finishExam(learner, { exam }))
  const report = await reportNow()
  const early = before.seenAt.getTime() - report.startedAt
  expect(report.tasks.map(({ spent }) => spent)).toEqual([early + 15_000, 20_000 + 45_000])
  expect(report.away).toBe(30_000 + 15_000)
  expect(report.tasks.map(({ budget }) => budget)).toEqual([6 * minute, 4 * minute])
})

test('work in a task is heard like a poll', async () => {
  const attempt = await attemptOf(2)
  pass(20_000)
  await wanted(attempt)
  expect(await viewExam(learner, exam)).toMatchObject({ current: 2 })
})

test('notes of two tabs are kept both', async () => {
  const save = (version: number, text: string) => given(saveNotes(learner, { exam, version, text }))
  expect((await save(0, 'one')).notes).toEqual({ text: 'one', version: 1 })
  expect((await save(1, 'one\nleft')).notes.version).toBe(2)
  const { notes } = await save(1, 'one\nright')
  expect(notes).toEqual({ text: 'one\nleft\nright', version: 3 })
  expect((await given(pollExam(learner, { exam, task: 1, notes: 2 }))).notes).toEqual(notes)
  expect('notes' in (await given(pollExam(learner, { exam, task: 1, notes: 3 })))).toBe(false)
  await Promise.all(['a', 'b', 'c'].map(line => save(3, `${notes.text}\n${line}`)))
  expect((await viewExam(learner, exam))?.notes.text.split('\n').sort()).toEqual([
    'a',
    'b',
    'c',
    'left',
    'one',
    'right',
  ])
  expect(await refusal(saveNotes(learner, { exam, version: 0, text: 'é'.repeat(33_000) }))).toBe('too-large')
})

test('a task is put back to its start, and the others stay', async () => {
  const [one, two] = [await attemptOf(1), await attemptOf(2)]
  await wanted(one)
  await wanted(two)
  expect(await refusal(resetTask(learner, { exam, task: 1, after: 0 }))).toBe('conflict')
  const { task } = await given(resetTask(learner, { exam, task: 1, after: 1 }))
  expect(task.files.map(({ path }) => path)).toEqual(['/home/note.txt'])
  expect(await refusal(resetTask(learner, { exam, task: 1, after: 2 }))).toBe('not-due')
  await given(finishExam(learner, { exam }))
  expect((await reportNow()).score).toBe(40)
})

test('an instructor gives more time by the code, and never less', async () => {
  const code = (await viewExam(learner, exam))?.code ?? ''
  const before = (await viewExam(learner, exam))?.head.endsAt ?? 0
  const given50 = await given(giveTime({ code: code.toLowerCase().replace('-', ' '), extra: 50 }))
  expect(given50.endsAt - before).toBe(5 * minute)
  expect(await refusal(giveTime({ code, extra: 25 }))).toBe('not-due')
  expect(await refusal(giveTime({ code: 'ZZZZ-99', extra: 25 }))).toBe('not-found')
  pass(12 * minute)
  await lookAtExams()
  expect(await viewExam(learner, exam)).toMatchObject({ extra: 50, head: { state: 'running' } })
  pass(3 * minute)
  expect(await refusal(giveTime({ code, extra: 100 }))).toBe('over')
  await lookAtExams()
  expect(await reportNow()).toMatchObject({ extra: 50, tasks: [{ budget: 9 * minute }, { budget: 6 * minute }] })
})

test('a retake has the tasks that lost points, with their next variants', async () => {
  expect(await refusal(retakeExam(learner, { exam }))).toBe('not-due')
  await wanted(await attemptOf(1))
  await given(finishExam(learner, { exam }))
  const { id } = await given(retakeExam(learner, { exam }))
  expect(await viewExam(learner, id)).toMatchObject({ minutes: 5, tasks: [{ number: 1, weight: 100 }] })
})

test('deletion takes the exams along', async () => {
  await attemptOf()
  await deleteEverything(learner)
  expect(await viewExam(learner, exam)).toBeNull()
  expect(await database().examTask.count({ where: { examId: exam } })).toBe(0)
})
