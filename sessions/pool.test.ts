import { afterEach, beforeAll, expect, test } from 'vitest'
import { bundleWorker } from './fixtures/bundle-worker.ts'
import type { Limits } from './limits.ts'
import { createSessions } from './pool.ts'
import type { AttemptOrigin, Sessions, StepResult } from './protocol.ts'

const files = { 'lab.yaml': '' }
const at = 1_800_000_000_000
const origin = (id: string): AttemptOrigin => ({ id, labId: 'odd/odd', files, variant: 0, seed: 7, startedAt: at })
const command = (text: string, terminal = '1') => ({ kind: 'command', at: at + 1, terminal, text }) as const

let workerUrl: URL
const open: Sessions[] = []
const pool = (limits: Partial<Limits> = {}) => {
  const sessions = createSessions({ workerUrl, limits: { threads: 2, ...limits } })
  open.push(sessions)
  return sessions
}
/** Runs a line and answers what it printed as well. */
const typed = async (sessions: Sessions, id: string, text: string, terminal = '1') => {
  let output = ''
  const result = await sessions.run(origin(id), null, command(text, terminal), more => {
    output += more
  })
  return { ...result, output }
}
const printed = (sessions: Sessions, id: string, text: string, terminal = '1') => {
  let result: Promise<StepResult> | undefined
  const first = new Promise<string>(resolve => {
    result = sessions.run(origin(id), null, command(text, terminal), resolve)
  })
  return { first, result: result as unknown as Promise<StepResult> }
}

beforeAll(async () => {
  workerUrl = await bundleWorker('sessions/fixtures/odd-worker.ts')
})
afterEach(async () => {
  await Promise.all(open.splice(0).map(sessions => sessions.close()))
})
test('a command leads to a state, a digest and the files it changed', async () => {
  const result = await typed(pool(), 'a', 'write /home/new some text')
  expect(result.ended).toEqual({ exitCode: 0, how: 'finished' })
  expect(result.changed).toEqual({ base: ['/home/new'] })
  expect(result.state.terminals['1']?.history).toEqual(['write /home/new some text'])
  expect(result.digest).toMatch(/^[0-9a-f]{64}$/)
})

test('the same steps lead to the same digest in another pool', async () => {
  const step = command('write /home/new some text')
  const edit = { kind: 'edit', at: at + 5, host: 'base', path: '/home/note.txt', text: 'edited' } as const
  const first = pool()
  const one = await first.run(origin('a'), null, step, () => {})
  const two = await first.edit(origin('a'), one.state, edit)
  const replayed = await pool().replay(origin('a'), null, [step, edit])
  expect(replayed).toEqual({ state: two.state, digest: two.digest })
  const onward = await pool().replay(origin('a'), one.state, [edit])
  expect(onward.digest).toBe(two.digest)
})

test('a call with an older state sees the older world', async () => {
  const sessions = pool()
  const one = await typed(sessions, 'a', 'write /home/note.txt one')
  const edit = { kind: 'edit', at: at + 5, host: 'base', path: '/home/note.txt', text: 'two' } as const
  const two = await sessions.edit(origin('a'), one.state, edit)
  const text = async (state: typeof one.state | null) =>
    (await sessions.read(origin('a'), state, 'base', '/home/note.txt')).text
  expect([await text(two.state), await text(one.state), await text(null)]).toEqual(['two', 'one', 'hello\n'])
})

test('an edit keeps owner and mode, makes new files root’s, and says why it cannot be written', async () => {
  const sessions = pool()
  const edit = (path: string) =>
    sessions.edit(origin('a'), null, { kind: 'edit', at: at + 5, host: 'base', path, text: 'x' })
  const node = (result: StepResult) => result.state.world.hosts.base?.[0]?.node
  expect(node(await edit('/home/note.txt'))).toMatchObject({ mode: 0o640, uid: 1000, mtime: at + 5 })
  expect(node(await edit('/home/new'))).toMatchObject({ mode: 0o644, uid: 0 })
  expect((await edit('/none/new')).refused).toBe(
    'There is no directory /none on base. Make it with: sudo mkdir -p /none',
  )
  expect((await edit('/home')).refused).toBe('/home is a directory on base.')
  expect((await edit('/home/note.txt/x')).refused).toBe(
    '/home/note.txt is no directory on base, so x cannot lie there.',
  )
})

test('files and folders are read with their reasons', async () => {
  const sessions = pool()
  const read = (path: string, host = 'base') => sessions.read(origin('a'), null, host, path)
  expect((await read('/home/none')).text).toBeNull()
  expect((await read('/home/bytes')).refused).toBe('/home/bytes holds bytes that are no text.')
  expect((await read('/home')).refused).toBe('/home is a directory.')
  expect((await read('/', 'mars')).refused).toBe('There is no host mars here.')
  expect(await sessions.list(origin('a'), null, 'base', '/home')).toEqual([
    { name: 'bytes', kind: 'file' },
    { name: 'note.txt', kind: 'file' },
  ])
})

test('stuck threads do not delay others, and end as limited where they began', async () => {
  const sessions = pool({ work: 1_500 })
  const before = await typed(sessions, 'good', 'echo warm')
  const stuck = ['s1', 's2', 's3'].map(id => typed(sessions, id, 'spin'))
  const others = await Promise.all(['b', 'c', 'd'].map(id => typed(sessions, id, `echo ${id}`)))
  expect(others.map(it => it.output)).toEqual(['b\n', 'c\n', 'd\n'])
  expect(before.output).toBe('warm\n')
  for (const result of await Promise.all(stuck)) {
    expect(result.ended).toEqual({ exitCode: 137, how: 'limited' })
    expect(result.output).toBe('\nThis command was stopped: it worked for 1.5 seconds without a pause.\n')
    expect(result.state.terminals).toEqual({})
  }
})

test.each(['tick', 'loop'])('Ctrl+C ends %s, and the attempt goes on', async name => {
  const sessions = pool()
  await typed(sessions, 'a', 'echo warm')
  const running = typed(sessions, 'a', name)
  expect(sessions.interrupt('a', '2')).toBe(false)
  expect(sessions.interrupt('a', '1')).toBe(true)
  expect((await running).ended).toEqual({ exitCode: 130, how: 'interrupted' })
  expect(sessions.interrupt('a', '1')).toBe(false)
  expect((await typed(sessions, 'a', 'echo on')).output).toBe('on\n')
})

test('a command that ignores Ctrl+C ends with its thread', async () => {
  const sessions = pool({ grace: 200 })
  await typed(sessions, 'a', 'echo warm')
  const running = typed(sessions, 'a', 'spin')
  sessions.interrupt('a', '1')
  const result = await running
  expect(result.ended).toEqual({ exitCode: 130, how: 'interrupted' })
  expect(result.output).toBe('')
})

test('a thread that runs out of memory fails its own call only', async () => {
  const sessions = pool({ threads: 1, spill: 0, memoryMiB: 48 })
  const counting = typed(sessions, 'b', 'count-to 12')
  const eating = typed(sessions, 'a', 'eat')
  expect((await eating).ended).toEqual({ exitCode: 137, how: 'limited' })
  expect((await eating).output).toContain('needs more memory than one command may use')
  expect((await counting).output).toBe('1 2 3 4 5 6 7 8 9 10 11 12 ')
})

test('100 MB of output stop at the limit with a sentence', async () => {
  const result = await typed(pool({ output: 1024 * 1024 }), 'a', 'flood')
  expect(result.ended.how).toBe('limited')
  expect(result.output.length).toBeLessThan(1024 * 1024 + 100)
  expect(result.output.endsWith('\nThis command was stopped: it printed more than 1 MiB.\n')).toBe(true)
})

test('while a command runs, other calls see its world', async () => {
  const sessions = pool()
  const { first, result } = printed(sessions, 'a', 'tick')
  await first
  const edit = { kind: 'edit', at: at + 5, host: 'base', path: '/home/note.txt', text: 'beside' } as const
  const edited = await sessions.edit(origin('a'), null, edit)
  expect((await sessions.read(origin('a'), null, 'base', '/home/note.txt')).text).toBe('beside')
  sessions.interrupt('a', '1')
  const ended = await result
  expect(ended.state.world.hosts.base).toEqual(edited.state.world.hosts.base)
})

test('a fault of ours is no answer, and the next call starts clean', async () => {
  const sessions = pool()
  await expect(typed(sessions, 'a', 'fault')).rejects.toThrow('a fault of ours')
  expect((await typed(sessions, 'a', 'echo on')).output).toBe('on\n')
})

test('a worker that is not there is said, not waited for', async () => {
  const sessions = createSessions({ workerUrl: new URL('file:///nowhere/worker.mjs') })
  await expect(typed(sessions, 'a', 'echo')).rejects.toThrow('worker.mjs')
})

test('checks, completion, prompts and open quotes reach the engine', async () => {
  const sessions = pool()
  const done = await typed(sessions, 'a', 'write /home/wanted x')
  expect((await sessions.check(origin('a'), null)).solved).toBe(false)
  expect((await sessions.check(origin('a'), done.state)).solved).toBe(true)
  expect(await sessions.needsMore(origin('a'), null, '1', 'a \\')).toBe(true)
  expect(await sessions.prompt(origin('a'), null, '1')).toEqual({
    user: 'candidate',
    host: 'base',
    cwd: '~',
    sign: '$',
  })
  expect(await sessions.complete(origin('a'), null, '1', 'ec', 2)).toEqual({ from: 2, candidates: ['ec'] })
})
