import { describe, expect, test } from 'vitest'
import type { Lab } from '#engine/grade/lab.ts'
import { builtInLabs } from '#packs/library.ts'
import { bundleWorker } from '#sessions/fixtures/bundle-worker.ts'
import { createSessions } from '#sessions/pool.ts'
import type { AttemptOrigin, AttemptState } from '#sessions/protocol.ts'
import { type ChangingStep, slipsOf } from './slips.ts'

const at = new Date(0)
const command = (host: string | null, text: string, touched = host !== null): ChangingStep => {
  return { kind: 'command', at, touched, host, text, path: null }
}
const lab: Pick<Lab, 'host' | 'start' | 'checks'> = {
  host: 'controlplane',
  start: new Map([['node01', new Map()]]),
  checks: [
    {
      id: 'a',
      title: 'a',
      points: 1,
      guard: false,
      kind: 'file',
      expectation: [{ host: 'node02', path: '/x' }, { inner: { host: 'node03' } }],
    },
  ],
}

test.each<readonly [name: string, step: ChangingStep, hosts: readonly string[]]>([
  ['on the lab’s host', command('controlplane', 'touch x'), []],
  ['where the lab laid a file', command('node01', 'touch x'), []],
  ['where a check looks', command('node02', 'touch x'), []],
  ['where a check looks further inside', command('node03', 'touch x'), []],
  ['elsewhere', command('base', 'touch x'), ['base']],
  ['on two hosts at once', command('base controlplane', 'scp x'), ['base']],
  ['a command that changed nothing', command(null, 'ls'), []],
  ['an edit elsewhere', { ...command('base', ''), kind: 'edit', path: '/x' }, ['base']],
  ['an edit that changed nothing', { ...command('base', '', false), kind: 'edit', path: '/x' }, []],
  ['a reset', { ...command('base', ''), kind: 'reset' }, []],
])('%s', (_, step, hosts) => {
  expect(slipsOf(lab, [step]).map(({ host }) => host)).toEqual(hosts)
})

test('a file that is saved again and again is one slip', () => {
  const edit = (path: string): ChangingStep => ({ ...command('base', ''), kind: 'edit', path })
  const slips = slipsOf(lab, [edit('/x'), edit('/x'), edit('/y'), edit('/x'), command('base', 'touch /x'), edit('/x')])
  expect(slips.map(({ text }) => text)).toEqual(['/x', '/y', '/x', 'touch /x', '/x'])
})

/** Types lines into a terminal of a real lab, and tells of each which hosts it changed. */
async function typed(source: { id: string; files: AttemptOrigin['files'] }, lines: readonly string[]) {
  const sessions = createSessions({ workerUrl: await bundleWorker('sessions/worker.ts'), limits: { threads: 1 } })
  const origin = {
    id: 'slips',
    labId: source.id,
    files: source.files,
    variant: 0,
    seed: 1,
    startedAt: 1_700_000_000_000,
  }
  const steps: ChangingStep[] = []
  let state: AttemptState | null = null
  for (const [index, text] of lines.entries()) {
    const step = { kind: 'command', at: origin.startedAt + index * 1000, terminal: '1', text } as const
    const result = await sessions.run(origin, state, step, () => {})
    state = result.state
    steps.push(command(Object.keys(result.changed).join(' ') || null, text))
  }
  await sessions.close()
  return steps
}

describe('in the labs that ship', async () => {
  const { labs } = await builtInLabs()

  test('moving about and looking is no slip, and work on the way is one', async () => {
    const source = labs.find(({ id }) => id === 'cks/write-a-seccomp-profile')
    if (source === undefined) throw new Error('no lab')
    const looking = [
      'ls',
      'cd /etc',
      'k get pod -A',
      'ssh controlplane',
      'ls',
      'sudo -i',
      'cat /etc/hosts',
      'exit',
      'exit',
    ]
    const there = ['ssh node01', 'sudo -i', 'echo x > /root/x', 'exit', 'exit']
    const wrong = ['ssh controlplane', 'sudo -i', 'echo x > /root/x', 'exit', 'exit', 'echo y > ~/y']
    const slips = slipsOf(source.variant(0), await typed(source, [...looking, ...there, ...wrong]))
    expect(slips.map(({ host, text }) => [host, text])).toEqual([
      ['controlplane', 'echo x > /root/x'],
      ['base', 'echo y > ~/y'],
    ])
  })

  test.each(labs)('the solution of $id makes none', async source => {
    const { solution } = source.variant(0)
    const slips = slipsOf(source.variant(0), await typed(source, commandsOf(solution)))
    expect(slips).toEqual([])
  })
})

/** The lines of a script; a here-document stays with its command. */
function commandsOf(script: string): readonly string[] {
  const commands: string[] = []
  let end: string | undefined
  for (const line of script.split('\n')) {
    if (end === undefined) {
      if (line.trim() === '' || line.startsWith('#')) continue
      commands.push(line)
      end = /<<-?\s*'?(\w+)'?/.exec(line)?.[1]
    } else {
      commands.push(`${commands.pop()}\n${line}`)
      if (line.trim() === end) end = undefined
    }
  }
  return commands
}
