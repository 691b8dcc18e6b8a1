import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { saveFile } from '../attempts/save-file.ts'
import { database } from '../database/client.ts'
import { type OddHouse, openOddHouse } from '../fixtures/odd-house.ts'
import { newLearner } from '../learner-cookie.ts'
import { startExam } from './start-exam.ts'
import { viewExamTask } from './view-exam.ts'

// Each process that is started compiles the server for itself.
vi.setConfig({ testTimeout: 180_000 })

let odd: OddHouse

beforeAll(async () => {
  odd = await openOddHouse()
})
afterAll(() => odd.end())

/** Starts a process; answers what it printed when it is gone. */
function other(act: string, word: string, onLine: (line: string, child: ChildProcess) => void = () => {}) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'server/fixtures/exam-grader.ts', odd.folder, act, word],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  child.stdout.on('data', (data: Buffer) => {
    said += data
    onLine(`${data}`.trim(), child)
  })
  return new Promise<string[]>(resolve => child.on('close', () => resolve(said.split('\n').filter(Boolean))))
}

/** So many exams of as many learners, the first task of each done. */
async function begin(count: number): Promise<readonly string[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const learner = newLearner()
      const started = await startExam(learner, { blueprint: 'odd' })
      if (!started.ok) throw new Error(started.say)
      const seen = await viewExamTask(learner, { exam: started.id, task: 1 })
      if (!seen.ok) throw new Error(seen.say)
      const attempt = seen.task.id
      await saveFile(learner, { attempt, after: 0, host: 'base', path: '/home/wanted', text: 'x' })
      return started.id
    }),
  )
}
const rows = (ids: readonly string[]) =>
  database().exam.findMany({ where: { id: { in: [...ids] } }, select: { score: true, gradedAt: true, report: true } })

test('two processes grade the same exams: each is graded once and alike', async () => {
  const ids = await begin(6)
  // A grader at twelve minutes and one at thirteen: whoever is first, what it stored stays.
  const said = await Promise.all([other('grade', '12'), other('grade', '13')])
  expect(said).toEqual([
    ['ready', 'done'],
    ['ready', 'done'],
  ])
  const graded = await rows(ids)
  expect(graded.map(({ score }) => score)).toEqual(Array(6).fill(60))
  await other('grade', '14')
  expect(await rows(ids)).toEqual(graded)
})

test('kill -9 in the middle of grading: the next start grades the rest, and what was graded stays', async () => {
  const ids = await begin(12)
  await other('grade', '12', (line, child) => {
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), 250)
  })
  const between = await rows(ids)
  expect(await other('grade', '12')).toEqual(['ready', 'done'])
  const graded = await rows(ids)
  expect(graded.map(({ score }) => score)).toEqual(Array(12).fill(60))
  for (const [index, { report, gradedAt }] of between.entries())
    if (gradedAt !== null) expect(graded[index]).toMatchObject({ report, gradedAt })
  expect(await database().$queryRaw`PRAGMA quick_check`).toEqual([{ quick_check: 'ok' }])
})

test('two processes start an exam of one learner: one of them does', async () => {
  const learner = newLearner()
  const said = await Promise.all([other('start', learner), other('start', learner)])
  expect(said.flat().sort()).toEqual(['done', 'not-due', 'ready', 'ready'])
  expect(await database().attempt.count({ where: { learnerId: learner } })).toBe(2)
})
