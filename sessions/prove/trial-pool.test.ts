import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { LabSource } from '#engine/grade/lab-source.ts'
import { loadLab } from '#engine/grade/load-lab.ts'
import { bundleWorker } from '../fixtures/bundle-worker.ts'
import { proveLab } from '../prove-lab.ts'
import { openTrialPool, type TrialPool } from './trial-pool.ts'

const { lab } = z
  .object({ lab: z.record(z.string(), z.string()) })
  .parse(parse(readFileSync(join(import.meta.dirname, '../fixtures/prove-lab.yaml'), 'utf8')))

function sourceOf(changed: Readonly<Record<string, string>> = {}): LabSource {
  const { source } = loadLab('pack/lab', { ...lab, ...changed })
  if (!source) throw new Error('The lab of this test cannot be read.')
  return source
}

let workerUrl: URL
let pool: TrialPool
beforeAll(async () => {
  workerUrl = await bundleWorker('sessions/prove-worker.ts')
  pool = openTrialPool({ workerUrl, threads: 2 })
})
afterAll(() => pool.close())

test.each([
  ['a lab that holds', {}],
  ['a lab that does not', { 'fail/word.another.sh': 'ssh node01\necho unshare > word.txt\nnonsense\n' }],
])('threads find what one thread finds: %s', async (_, changed) => {
  const source = sourceOf(changed)
  expect(await proveLab(source, pool.try)).toEqual(await proveLab(source))
})

test('equal ids with other files do not get mixed up', async () => {
  const [holds, weak] = await Promise.all([
    proveLab(sourceOf(), pool.try),
    proveLab(sourceOf({ 'pass/solution.sh': 'true\n' }), pool.try),
  ])
  expect(holds.shortfalls).toEqual([])
  expect(weak.shortfalls.map(({ file }) => file)).toEqual(['pass/solution.sh'])
})

test('an attempt without an end is stopped, and the others go on', async () => {
  const endless = sourceOf({ 'fail/word.another.sh': 'while true; do :; done\n' })
  const { shortfalls } = await proveLab(endless, pool.try)
  expect(shortfalls.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'fail/word.another.sh: `while true; do :; done` did not finish: Stopped after 150000 steps. A loop without an end? What it wrote so far is kept.',
  ])
})

test.each([
  ['works on and on', { work: 500 }, 'loop', { stopped: 'A command worked for 0.5 seconds without a pause.' }],
  ['takes more and more', { memoryMiB: 64 }, 'hoard', { stopped: 'A command needs more than 64 MiB of memory.' }],
])('a thread that %s is ended, and another one takes its place', async (_, limits, script, stopped) => {
  const odd = openTrialPool({ workerUrl: await oddWorker(), threads: 1, limits })
  try {
    expect(await Promise.all([script, 'fine'].map(it => odd.try(sourceOf(), 0, it)))).toEqual([
      stopped,
      { report: 'fine', problems: [] },
    ])
  } finally {
    await odd.close()
  }
})

test('a fault of ours is no shortfall of the lab', async () => {
  const odd = openTrialPool({ workerUrl: await oddWorker(), threads: 1 })
  try {
    await expect(odd.try(sourceOf(), 0, 'throw')).rejects.toThrow('the fault is ours')
  } finally {
    await odd.close()
  }
})

function oddWorker(): Promise<URL> {
  return bundleWorker('sessions/fixtures/silent-prove-worker.ts')
}
