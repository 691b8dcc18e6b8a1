import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAttempt } from './attempts/open-attempt.ts'
import { database } from './database/client.ts'
import { type OddHouse, oddId, openOddHouse } from './fixtures/odd-house.ts'
import { newLearner } from './learner-cookie.ts'

let odd: OddHouse

beforeAll(async () => {
  odd = await openOddHouse()
})
afterAll(() => odd.end())

/** Starts a writer; answers its process and what it has printed when it is gone. */
function writer(learner: string, count: number, onLine: (lines: number, child: ChildProcess) => void = () => {}) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'server/fixtures/writer.ts', odd.folder, learner, `${count}`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  child.stdout.on('data', data => {
    said += data
    onLine(said.split('\n').length - 1, child)
  })
  return new Promise<string[]>(resolve => child.on('close', () => resolve(said.split('\n').filter(Boolean))))
}

const stored = async (learner: string) => {
  const steps = await database().step.findMany({
    where: { attempt: { learnerId: learner } },
    orderBy: { seq: 'asc' },
    select: { seq: true },
  })
  return steps.map(({ seq }) => seq)
}
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

test('two processes write to one database, and nothing is lost', async () => {
  const learners = [newLearner(), newLearner()]
  const said = await Promise.all(learners.map(learner => writer(learner, 60)))
  expect(said).toEqual([upTo(60).map(String), upTo(60).map(String)])
  expect(await Promise.all(learners.map(stored))).toEqual([upTo(60), upTo(60)])
})

test('two processes write to one attempt: each number is given once, and the other one is told', async () => {
  const learner = newLearner()
  await openAttempt(learner, oddId)
  const said = (await Promise.all([writer(learner, 40), writer(learner, 40)])).flat()
  const numbers = said.filter(line => /^\d+$/.test(line)).map(Number)
  expect(said.filter(line => !/^\d+$/.test(line)).every(line => line === 'conflict')).toBe(true)
  expect(numbers.toSorted((a, b) => a - b)).toEqual(upTo(numbers.length))
  expect(await stored(learner)).toEqual(upTo(numbers.length))
})

test('kill -9 loses nothing that was acknowledged, and the attempt goes on', async () => {
  const learner = newLearner()
  const said = await writer(learner, 10_000, (lines, child) => {
    if (lines >= 25) child.kill('SIGKILL')
  })
  const steps = await stored(learner)
  expect(said.length).toBeGreaterThanOrEqual(25)
  expect(steps.length).toBeGreaterThanOrEqual(said.length)
  expect(steps).toEqual(upTo(steps.length))
  expect((await openAttempt(learner, oddId))?.head.seq).toBe(steps.length)
  expect(await database().$queryRaw`PRAGMA quick_check`).toEqual([{ quick_check: 'ok' }])
})
