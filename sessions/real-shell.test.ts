import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtInLabs } from '#packs/library.ts'
import { bundleWorker } from './fixtures/bundle-worker.ts'
import { createSessions } from './pool.ts'
import type { AttemptOrigin, AttemptState, Sessions, WorldStep } from './protocol.ts'

let sessions: Sessions
let files: AttemptOrigin['files']
const labId = 'cks/audit-the-secrets'
const startedAt = Date.UTC(2026, 10, 21, 9)
const origin = (id: string): AttemptOrigin => ({ id, labId, files, variant: 0, seed: 11, startedAt })

beforeAll(async () => {
  const lab = (await builtInLabs()).find(labId)
  if (lab === undefined) throw new Error(`${labId} is gone`)
  files = lab.files
  const workerUrl = await bundleWorker('sessions/worker.ts')
  sessions = createSessions({ workerUrl, limits: { threads: 2, work: 5_000, output: 256 * 1024 } })
})
afterAll(() => sessions.close())

/** Types lines one after another, as steps a second apart. */
async function typed(id: string, lines: readonly string[]) {
  const steps: (WorldStep & { readonly kind: 'command' })[] = []
  const digests: string[] = []
  let state: AttemptState | null = null
  let output = ''
  let how = ''
  for (const text of lines) {
    const step = { kind: 'command', at: startedAt + steps.length * 1000, terminal: '1', text } as const
    const result = await sessions.run(origin(id), state, step, more => {
      output += more
    })
    steps.push(step)
    digests.push(result.digest)
    state = result.state
    how = result.ended.how
  }
  return { steps, digests, state, output, how }
}

test('what was typed is there again after a replay, to the last bit', async () => {
  const lines = [
    'echo $RANDOM $RANDOM > random; cat random',
    'for i in 1 2 3; do echo $i >> numbers; done; alias n="cat numbers"',
    'greet() { echo "hello $1"; }; greet you',
    'date; mktemp; ls -l --time-style=full-iso',
    'ssh controlplane',
    'sudo -i',
    'cat > /root/a.txt <<EOF\n$(hostname) $RANDOM\nEOF',
    'sleep 2; date > /root/then; exit',
    'exit',
    'n; greet again',
  ]
  const live = await typed('replayed', lines)
  for (const [done, digest] of live.digests.entries()) {
    const again = await sessions.replay(origin(`again-${done}`), null, live.steps.slice(0, done + 1))
    expect(`${lines[done]} ${again.digest}`).toBe(`${lines[done]} ${digest}`)
  }
  expect(live.output).toContain('hello again')
})

test('a replay from the middle leads to the same end', async () => {
  const live = await typed('middle', ['x=1; cd /tmp', 'echo $x $RANDOM > here', 'sudo cp here /root/', 'pwd; echo $x'])
  const half = await sessions.replay(origin('half'), null, live.steps.slice(0, 2))
  const whole = await sessions.replay(origin('other'), half.state, live.steps.slice(2))
  expect(whole.digest).toBe(live.digests.at(-1))
})

test.each([
  ['an endless loop', 'while true; do :; done'],
  ['a fork bomb', ':(){ :|:& };:'],
  ['endless recursion', 'f() { f; }; f'],
  ['endless output', 'yes'],
  ['100 MB of output', 'head -c 100000000 /dev/zero | tr "\\0" x'],
  ['a growing string', 'x=a; while true; do x=$x$x; done'],
  ['a growing array', 'i=0; while true; do a[i++]=$i$i$i$i; done'],
  ['a catastrophic expression', `echo ${'a'.repeat(5000)} | grep -E '(a+)+$' | wc -c`],
  ['a growing file', 'while true; do cat big big >> bigger; cp bigger big; echo x >> big; done'],
  ['brace bomb', 'echo {1..1000}{1..1000}{1..1000}'],
  ['deep nesting', `echo ${'$('.repeat(3000)}${')'.repeat(3000)}`],
])('%s ends, and the next command answers', async (name, text) => {
  const bomb = await typed(name, [text])
  expect(bomb.output.length).toBeLessThan(300 * 1024)
  const { output } = await typed(`${name}, next`, ['echo still here'])
  expect(output).toBe('still here\n')
})

// A pause in each turn keeps the loop far from its limit of steps, however late the key is pressed.
test.each([
  'while true; do sleep 0.01; done',
  'while true; do echo again; sleep 0.01; done',
  'while true; do ls /etc; sleep 0.01; done > /dev/null',
])('Ctrl+C ends %s', async text => {
  const running = sessions.run(origin(text), null, { kind: 'command', at: startedAt, terminal: '1', text }, () => {})
  await new Promise(resolve => setTimeout(resolve, 20))
  sessions.interrupt(text, '1')
  expect((await running).ended).toMatchObject({ how: 'interrupted', exitCode: 130 })
})

test('Ctrl+C before the line has begun ends it too', async () => {
  const text = 'while true; do :; done'
  const running = sessions.run(origin(text), null, { kind: 'command', at: startedAt, terminal: '1', text }, () => {})
  sessions.interrupt(text, '1')
  expect((await running).ended).toMatchObject({ how: 'interrupted', exitCode: 130 })
})
