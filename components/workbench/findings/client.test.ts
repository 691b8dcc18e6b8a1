import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createClient, patience, type Starter } from './client.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

interface FakeWorker {
  readonly sent: ToWorker[]
  stopped: boolean
  say(message: FromWorker): void
  fail(): void
}

const file = { key: 'k', path: '/a.yaml', language: 'yaml', text: '', near: [] }
const mark = { code: 'c', severity: 'error', message: 'm', line: 1, column: 1, endLine: 1, endColumn: 2 }
const found = { marks: [mark], wants: [] }

function rig() {
  const workers: FakeWorker[] = []
  const said: (string | null)[] = []
  const start: Starter = hears => {
    const worker: FakeWorker = { sent: [], stopped: false, say: hears.message, fail: hears.failed }
    workers.push(worker)
    return {
      send: message => worker.sent.push(message),
      stop: () => {
        worker.stopped = true
      },
    }
  }
  return { client: createClient(start, it => said.push(it)), workers, said }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('starts with the first question, and sends it when the worker is ready', async () => {
  const { client, workers } = rig()
  expect(workers).toHaveLength(0)
  const answer = client.ask({ do: 'check', file })
  expect(workers[0]?.sent).toEqual([])
  workers[0]?.say({ do: 'ready' })
  expect(workers[0]?.sent).toEqual([{ do: 'check', file, id: 0 }])
  workers[0]?.say({ do: 'answer', id: 0, answer: found })
  expect(await answer).toEqual(found)
})

it('gives every question its own answer', async () => {
  const { client, workers } = rig()
  const first = client.ask({ do: 'hover', file, offset: 0 })
  const second = client.ask({ do: 'check', file })
  workers[0]?.say({ do: 'ready' })
  workers[0]?.say({ do: 'answer', id: 1, answer: found })
  workers[0]?.say({ do: 'answer', id: 0, answer: null })
  expect(await Promise.all([first, second])).toEqual([null, found])
})

it('does not hurry a worker that is still loading', async () => {
  const { client, workers, said } = rig()
  void client.ask({ do: 'check', file })
  vi.advanceTimersByTime(patience * 10)
  workers[0]?.say({ do: 'ready' })
  vi.advanceTimersByTime(patience * 10)
  expect(workers[0]?.stopped).toBe(false)
  expect(said).toEqual([])
})

it('ends a worker that does not answer, says so, and starts another with the next question', async () => {
  const { client, workers, said } = rig()
  const lost = client.ask({ do: 'check', file })
  workers[0]?.say({ do: 'ready' })
  workers[0]?.say({ do: 'began', id: 0 })
  vi.advanceTimersByTime(patience)
  expect(await lost).toBeUndefined()
  expect(workers[0]?.stopped).toBe(true)
  expect(said).toEqual([expect.stringContaining('took too long')])

  const second = client.ask({ do: 'check', file })
  workers[1]?.say({ do: 'ready' })
  workers[0]?.say({ do: 'answer', id: 1, answer: 'of the dead' })
  workers[1]?.say({ do: 'answer', id: 1, answer: found })
  expect(await second).toEqual(found)
  expect(said.at(-1)).toBeNull()
})

it('starts another after one that failed at a question', async () => {
  const { client, workers, said } = rig()
  const lost = client.ask({ do: 'check', file })
  workers[0]?.say({ do: 'ready' })
  workers[0]?.say({ do: 'failed' })
  expect(await lost).toBeUndefined()
  expect([workers[0]?.stopped, said]).toEqual([true, [expect.stringContaining('failed')]])
})

it('says when the worker cannot be loaded', async () => {
  const { client, workers, said } = rig()
  const lost = client.ask({ do: 'check', file })
  workers[0]?.fail()
  expect(await lost).toBeUndefined()
  expect(said).toEqual([expect.stringContaining('failed')])
})
