import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { database } from '../database/client.ts'
import { type OddHouse, oddId, openOddHouse } from '../fixtures/odd-house.ts'
import { headOf, typeIn } from '../fixtures/type-in.ts'
import { furnish, house } from '../house.ts'
import { newLearner } from '../learner-cookie.ts'
import { deleteEverything, exportOf, progressOf } from '../progress.ts'
import { createTokenBuckets } from '../token-bucket.ts'
import type { Answer } from './answer.ts'
import { check } from './check.ts'
import { redo, reset, undo } from './move-head.ts'
import { openAttempt, startAgain, viewAttempt } from './open-attempt.ts'
import { openHint } from './open-hint.ts'
import { listFiles, readFile } from './read-file.ts'
import { interrupt } from './run-command.ts'
import { saveFile } from './save-file.ts'
import { giveUp, openSolution } from './solution.ts'
import { complete, openTerminalTab } from './terminals.ts'

let odd: OddHouse
let learner: string
let attempt: string

beforeAll(async () => {
  odd = await openOddHouse()
})
afterAll(() => odd.end())
beforeEach(async () => {
  learner = newLearner()
  attempt = (await view()).id
})

async function view() {
  const opened = await openAttempt(learner, oddId)
  if (opened === null) throw new Error('no attempt')
  return opened
}
/** What an act gave; throws when it was refused. */
async function given<T>(answer: Promise<Answer<T>>): Promise<T> {
  const it = await answer
  if (!it.ok) throw new Error(it.say)
  return it
}
async function refusal<T>(answer: Promise<Answer<T>>): Promise<string> {
  const it = await answer
  return it.ok ? 'done' : it.refused
}
const save = (after: number, text: string, path = '/home/note.txt', tab?: string) =>
  saveFile(learner, { attempt, after, host: 'base', path, text, ...(tab === undefined ? {} : { tab }) })
const text = async (path = '/home/note.txt') =>
  (await given(readFile(learner, { attempt, host: 'base', path }))).file.text

test('a lab is resumed where it was left, and begun again with its next variant', async () => {
  await save(0, 'mine')
  const again = await view()
  expect({ id: again.id, seq: again.head.seq, summary: again.lab.summary }).toEqual({
    id: attempt,
    seq: 1,
    summary: 'Variant 0',
  })
  const { view: fresh } = await given(startAgain(learner, oddId))
  expect({ seq: fresh.head.seq, summary: fresh.lab.summary }).toEqual({ seq: 0, summary: 'Variant 1' })
  expect((await view()).id).toBe(fresh.id)
  expect((await viewAttempt(learner, attempt))?.head.seq).toBe(1)
  expect(await openAttempt(learner, 'no/lab')).toBeNull()
  expect(await refusal(startAgain(learner, 'no/lab'))).toBe('not-found')
})

test('two tabs that open a lab at once begin one attempt', async () => {
  learner = newLearner()
  const views = await Promise.all([view(), view(), view()])
  expect(new Set(views.map(({ id }) => id)).size).toBe(1)
})

test('the first view opens the files that the task names, and holds no secret', async () => {
  const shown = await view()
  expect(shown.files).toEqual([{ host: 'base', path: '/home/note.txt', text: 'hello\n' }])
  expect(shown.terminals).toEqual([{ id: '1', prompt: 'candidate@base:~$' }])
  expect(shown.checks).toEqual([{ id: 'wanted', title: 'The file is there', points: 5, guard: false }])
  expect(JSON.stringify(shown)).not.toContain('planted')
})

test('a command streams, is stored, and can be drawn again', async () => {
  const ended = await typeIn(learner, attempt, 0, 'echo hello there')
  expect(ended).toMatchObject({
    kind: 'end',
    exitCode: 0,
    prompt: 'candidate@base:~$',
    host: 'base',
    printed: 'hello there\n',
  })
  expect(headOf(ended)).toMatchObject({ seq: 1, steps: 1, canUndo: true })
  expect((await view()).past).toEqual([
    {
      seq: 1,
      terminal: '1',
      prompt: 'candidate@base:~$',
      text: 'echo hello there',
      output: 'hello there\n',
      undone: false,
    },
  ])
  await typeIn(learner, attempt, 1, 'clear')
  expect((await view()).past).toEqual([])
})

test('an open quote stores nothing; an editor and a wiped screen are told', async () => {
  expect((await typeIn(learner, attempt, 0, 'echo \\')).kind).toBe('more')
  expect((await view()).head.seq).toBe(0)
  expect(await typeIn(learner, attempt, 0, 'vim')).toMatchObject({ open: { host: 'base', path: '/home/note.txt' } })
  expect(await typeIn(learner, attempt, 1, 'clear')).toMatchObject({ clear: true })
  expect(await typeIn(learner, attempt, 2, 'exit')).toMatchObject({ closed: true })
})

test('long output is kept from its end', async () => {
  await typeIn(learner, attempt, 0, `echo ${'x'.repeat(30_000)}END`)
  const [past] = (await view()).past
  expect(past?.output).toHaveLength(16 * 1024)
  expect(past?.output.endsWith('END\n')).toBe(true)
})

test('an act with an old number is a conflict, but not because of what its own tab did', async () => {
  await save(0, 'one', '/home/note.txt', 'tab-a')
  expect(await refusal(save(0, 'two', '/home/note.txt', 'tab-b'))).toBe('conflict')
  expect(await refusal(save(0, 'two'))).toBe('conflict')
  expect(await refusal(save(0, 'two', '/home/note.txt', 'tab-a'))).toBe('done')
  expect(await refusal(check(learner, { attempt, after: 1 }))).toBe('conflict')
  expect(await refusal(check(learner, { attempt, after: 9 }))).toBe('conflict')
  expect((await typeIn(learner, attempt, 1, 'echo')).kind).toBe('refused')
  await given(reset(learner, { attempt, after: 2, tab: 'tab-a' }))
  // A reset is a surprise even to its own tab's older acts.
  expect(await refusal(save(2, 'three', '/home/note.txt', 'tab-a'))).toBe('conflict')
})

test('files are saved, read and listed, and what cannot be is said', async () => {
  expect((await given(save(0, 'mine\r\n'))).head).toMatchObject({ seq: 1, canUndo: true })
  expect(await text()).toBe('mine\r\n')
  expect(await text('/home/none')).toBeNull()
  expect(
    (await given(listFiles(learner, { attempt, host: 'base', path: '/home' }))).files.map(({ name }) => name),
  ).toEqual(['bytes', 'note.txt'])
  expect(await refusal(save(1, 'x', '/none/x'))).toBe('invalid')
  expect(await refusal(save(1, 'x', '/home/../etc/passwd'))).toBe('invalid')
  expect(await refusal(save(1, 'a\0b'))).toBe('invalid')
  expect(await refusal(save(1, 'x'.repeat(1024 * 1024 + 1)))).toBe('too-large')
  expect(await refusal(readFile(learner, { attempt, host: 'base', path: '../../etc/passwd' }))).toBe('invalid')
  expect((await given(save(1, '', '/home/__proto__'))).head.seq).toBe(2)
  expect(await text('/home/__proto__')).toBe('')
})

test('a check reports without its secrets, and solving is remembered', async () => {
  const first = await given(check(learner, { attempt, after: 0 }))
  expect(first.report.report).toMatchObject({ earned: 0, of: 5, solved: false })
  expect(JSON.stringify(first)).not.toContain('planted')
  await given(save(1, 'x', '/home/wanted'))
  expect((await view()).head).toMatchObject({ changedSinceCheck: true, checkedAt: 1 })
  const second = await given(check(learner, { attempt, after: 2 }))
  expect(second.report).toMatchObject({ before: 0, report: { earned: 5, solved: true } })
  expect(second.head).toMatchObject({ status: 'solved', changedSinceCheck: false, checkedAt: 3 })
  await given(reset(learner, { attempt, after: 3 }))
  const after = await view()
  expect(after.head.status).toBe('solved')
  expect(after.report).toEqual(second.report)
  expect(after.solution).toBeUndefined()
})

test('hints open one after another and stay open', async () => {
  const first = await given(openHint(learner, { attempt, after: 0, check: 'wanted' }))
  expect(first.hints).toEqual([{ check: 'wanted', title: 'The file is there', count: 2, opened: ['planted-hint-1'] }])
  const second = await given(openHint(learner, { attempt, after: 1, check: 'wanted' }))
  expect(second.hints[0]?.opened).toEqual(['planted-hint-1', 'planted-hint-2'])
  expect(await refusal(openHint(learner, { attempt, after: 2, check: 'wanted' }))).toBe('not-due')
  expect(await refusal(openHint(learner, { attempt, after: 2, check: '__proto__' }))).toBe('not-found')
})

test('the solution opens after giving up or solving, not before', async () => {
  expect(await refusal(openSolution(learner, { attempt, after: 0 }))).toBe('not-due')
  const given1 = await given(giveUp(learner, { attempt, after: 0 }))
  expect(given1.solution).toEqual({ explain: 'planted-explanation', script: 'planted-solution' })
  expect(given1.head.status).toBe('given-up')
  await given(save(1, 'x', '/home/wanted'))
  expect((await given(check(learner, { attempt, after: 2 }))).head.status).toBe('given-up')
  expect((await view()).solution).toEqual(given1.solution)
})

test('undo, redo and reset move the head; nothing is lost', async () => {
  await save(0, 'one')
  await save(1, 'two')
  await typeIn(learner, attempt, 2, 'write /home/note.txt three')
  const moves: [typeof undo, string | null][] = [
    [undo, 'two'],
    [undo, 'one'],
    [redo, 'two'],
    [reset, 'hello\n'],
    [undo, 'two'],
    [undo, 'one'],
    [undo, 'hello\n'],
  ]
  let after = 3
  for (const [move, expected] of moves) {
    const { view: shown } = await given(move(learner, { attempt, after }))
    after = shown.head.seq
    expect([shown.files[0]?.text, await text()]).toEqual([expected, expected])
  }
  expect(await refusal(undo(learner, { attempt, after }))).toBe('not-due')
  expect(await refusal(reset(learner, { attempt, after }))).toBe('not-due')
  expect((await view()).past).toMatchObject([{ seq: 3, undone: true }])
})

test('Ctrl+C and hanging up end a command, and its step is stored', async () => {
  const running = typeIn(learner, attempt, 0, 'tick')
  while (!(await given(interrupt(learner, { attempt, terminal: '1' }))).stopped) await new Promise(setImmediate)
  expect(headOf(await running)).toMatchObject({ seq: 1 })
  const gone = new AbortController()
  const left = typeIn(learner, attempt, 1, 'tick', { signal: gone.signal })
  gone.abort()
  expect(headOf(await left)).toMatchObject({ seq: 2 })
  const steps = await database().step.findMany({ where: { attemptId: attempt }, select: { ended: true, kept: true } })
  expect(steps).toEqual([
    { ended: 'interrupted', kept: true },
    { ended: 'interrupted', kept: true },
  ])
})

test('beside a running command one can save, check and use another terminal', async () => {
  const tab = 'mine'
  const running = typeIn(learner, attempt, 0, 'tick', { tab })
  while (house().sessions.load().running === 0) await new Promise(setImmediate)
  const { id } = await given(openTerminalTab(learner, { attempt }))
  expect(id).toBe('2')
  expect(await refusal(save(0, 'beside', '/home/wanted', tab))).toBe('done')
  expect((await typeIn(learner, attempt, 1, 'echo second', { tab, terminal: '2' })).printed).toBe('second\n')
  expect((await given(check(learner, { attempt, after: 2, tab }))).report.report.solved).toBe(true)
  expect(await refusal(readFile(learner, { attempt, host: 'base', path: '/home/wanted' }))).toBe('done')
  expect((await typeIn(learner, attempt, 3, 'echo', { tab })).kind).toBe('refused')
  // A reset stops what runs.
  const { view: shown } = await given(reset(learner, { attempt, after: 3, tab }))
  expect(headOf(await running).seq).toBe(4)
  expect(shown.head).toMatchObject({ seq: 5, steps: 0 })
  expect(await text('/home/wanted')).toBeNull()
})

test('after a restart all is there, and the replay leads to the same digest', async () => {
  const warned = vi.spyOn(console, 'warn')
  let after = 0
  for (let i = 0; i < 24; i++) {
    const frame = await typeIn(learner, attempt, after, i % 3 === 0 ? 'seed' : `write /home/note.txt ${i}`)
    after = headOf(frame).seq
  }
  const before = await view()
  await odd.restart()
  expect(await view()).toEqual(before)
  expect(await text()).toBe('23')
  const kept = await database().step.findMany({ where: { attemptId: attempt, kept: true }, select: { seq: true } })
  expect(kept.map(({ seq }) => seq)).toEqual([10, 20])
  expect(warned).not.toHaveBeenCalled()
  warned.mockRestore()
})

test('a replay that leads elsewhere is noted in the log', async () => {
  await typeIn(learner, attempt, 0, 'write /home/note.txt x')
  await database().step.updateMany({ where: { attemptId: attempt }, data: { digest: 'other' } })
  await odd.restart()
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect(await text()).toBe('x')
  expect(warned).toHaveBeenCalledOnce()
  warned.mockRestore()
})

test('an interrupted command is restored from its snapshot after a restart', async () => {
  const running = typeIn(learner, attempt, 0, 'tick')
  while (!(await given(interrupt(learner, { attempt, terminal: '1' }))).stopped) await new Promise(setImmediate)
  await running
  await odd.restart()
  expect((await view()).head.seq).toBe(1)
  expect(headOf(await typeIn(learner, attempt, 1, 'echo on'))).toMatchObject({ seq: 2, steps: 2 })
})

test('a command that is stopped for its work leaves the state before it', async () => {
  await save(0, 'mine')
  const stopped = await typeIn(learner, attempt, 1, 'spin')
  expect(stopped.printed).toContain('This command was stopped')
  expect(headOf(stopped).seq).toBe(2)
  expect(await text()).toBe('mine')
})

test('another learner’s attempt does not exist, whatever is asked of it', async () => {
  await save(0, 'secret of mine')
  const owner = learner
  learner = newLearner()
  const at = { attempt, after: 1 }
  const asked = await Promise.all([
    refusal(save(1, 'x')),
    refusal(readFile(learner, { attempt, host: 'base', path: '/home/note.txt' })),
    refusal(listFiles(learner, { attempt, host: 'base', path: '/' })),
    refusal(check(learner, at)),
    refusal(openHint(learner, { ...at, check: 'wanted' })),
    refusal(giveUp(learner, at)),
    refusal(openSolution(learner, at)),
    refusal(undo(learner, at)),
    refusal(redo(learner, at)),
    refusal(reset(learner, at)),
    refusal(interrupt(learner, { attempt, terminal: '1' })),
    refusal(complete(learner, { attempt, terminal: '1', line: '', cursor: 0 })),
    refusal(openTerminalTab(learner, { attempt })),
  ])
  expect(new Set(asked)).toEqual(new Set(['not-found']))
  expect(await typeIn(learner, attempt, 1, 'echo')).toMatchObject({
    kind: 'refused',
    refusal: { refused: 'not-found' },
  })
  expect(await viewAttempt(learner, attempt)).toBeNull()
  expect(await viewAttempt(learner, 'none')).toBeNull()
  expect((await view()).id).not.toBe(attempt)
  learner = owner
  expect((await view()).head.seq).toBe(1)
})

test('a full database refuses with a sentence, and keeps nothing by half', async () => {
  await save(0, 'stored')
  const [{ page_count: pages }] = (await database().$queryRawUnsafe('PRAGMA page_count')) as [{ page_count: bigint }]
  await database().$queryRawUnsafe(`PRAGMA max_page_count=${pages}`)
  const large = 'x'.repeat(500_000)
  expect(await refusal(save(1, large))).toBe('full')
  expect(await typeIn(learner, attempt, 1, `write /home/note.txt ${'y'.repeat(60_000)}`)).toMatchObject({
    kind: 'refused',
    refusal: { refused: 'full' },
  })
  expect(await text()).toBe('stored')
  await database().$queryRawUnsafe('PRAGMA max_page_count=1073741823')
  expect(await refusal(save(1, large))).toBe('done')
  expect(await text()).toBe(large)
})

test('too much at once, and too many commands, are refused with sentences', async () => {
  const gone = new AbortController()
  const pausing = [1, 2, 3, 4, 5, 6].map(terminal =>
    typeIn(learner, attempt, 0, 'pause 60000', { terminal: `${terminal}`, tab: 't', signal: gone.signal }),
  )
  while (house().running.get(learner) !== 6) await new Promise(setImmediate)
  const other = (await given(startAgain(learner, oddId))).view.id
  expect(await typeIn(learner, other, 0, 'echo')).toMatchObject({ kind: 'refused', refusal: { refused: 'too-many' } })
  expect(await refusal(openTerminalTab(learner, { attempt: other }))).toBe('done')
  gone.abort()
  expect((await Promise.all(pausing)).map(frame => headOf(frame).seq).sort()).toEqual([1, 2, 3, 4, 5, 6])
  furnish({ ...house(), acts: createTokenBuckets({ rate: 0, burst: 2 }) })
  expect([await refusal(save(0, 'a')), await refusal(save(1, 'b')), await refusal(save(2, 'c'))].at(-1)).toBe(
    'too-many',
  )
  await odd.restart()
})

test('progress, export and deletion are of one learner', async () => {
  await given(openHint(learner, { attempt, after: 0, check: 'wanted' }))
  await save(1, 'x', '/home/wanted')
  await check(learner, { attempt, after: 2 })
  const other = newLearner()
  expect((await progressOf(other)).labs).toMatchObject([{ state: 'not-started', attempts: 0 }])
  const progress = await progressOf(learner)
  expect(progress.labs).toMatchObject([{ state: 'solved', checks: 1, hints: 1, best: { earned: 5, of: 5 } }])
  expect(progress.domains).toEqual([{ domain: 'system-hardening', labs: 1, solved: 1, earned: 5, of: 5 }])
  expect(await exportOf(learner)).toMatchObject({
    attempts: [{ id: attempt, steps: [{ kind: 'hint' }, { kind: 'edit' }, { kind: 'check' }] }],
  })
  await deleteEverything(other)
  expect((await progressOf(learner)).recent).toHaveLength(1)
  await deleteEverything(learner)
  expect((await progressOf(learner)).recent).toEqual([])
  expect(await viewAttempt(learner, attempt)).toBeNull()
  expect(await database().step.count({ where: { attemptId: attempt } })).toBe(0)
  expect(await refusal(save(3, 'x'))).toBe('not-found')
})
