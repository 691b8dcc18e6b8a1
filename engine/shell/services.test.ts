import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Happening } from '../cluster/events/happening.ts'
import { readHappening } from '../cluster/events/read-happening.ts'
import { journalAtMost } from '../cluster/services/state.ts'
import { createWorld, stateOf, type WorldState } from '../cluster/world.ts'
import { baseWorld } from '../worlds/base-worlds.ts'
import { openTerminal } from './open-terminal.ts'
import type { TerminalState } from './terminal.ts'

const began = Date.UTC(2026, 10, 22, 9, 30)
const base = baseWorld('two-node') ?? new Map()
const io = { out: () => undefined, signal: new AbortController().signal, sleep: async () => undefined }

function happenings(...written: readonly unknown[]) {
  const read: Happening[] = []
  for (const each of written) {
    const { value } = readHappening(each, [])
    if (value) read.push(value)
  }
  return new Map([['node01', read]])
}

/** What a person types in the session that shows all that the service does. */
const typed = readFileSync(join(import.meta.dirname, 'sessions/falco-service.session.txt'), 'utf8')
  .split('\n')
  .flatMap(line => /^\w+@\w+:\S*[$#] (.*)$/.exec(line)?.[1] ?? [])

/** Types lines a minute apart; `anew` builds the world from its state before every line, as after a restart. */
async function stateAfter(lines: readonly string[], anew: boolean): Promise<WorldState> {
  const events = happenings({ every: 10, from: 5, open: '/etc/shadow', by: 'cat /etc/shadow', container: 'web' })
  let world = createWorld(base, began, undefined, events)
  let terminal: TerminalState | undefined
  for (const [index, line] of lines.entries()) {
    if (anew && index > 0) world = createWorld(base, began, JSON.parse(JSON.stringify(stateOf(world))), events)
    world.clock = Math.max(world.clock, began + index * 60_000)
    const opened = openTerminal({ world, seed: 1, ...(terminal && { state: terminal }) })
    await opened.run(line, io)
    terminal = opened.state()
  }
  return stateOf(world)
}

test('a world that is built anew from its state before every line goes the same way', async () => {
  expect(typed.length).toBeGreaterThan(10)
  const [kept, anew] = [await stateAfter(typed, false), await stateAfter(typed, true)]
  expect(anew.services).toEqual(kept.services)
  expect(anew.hosts.node01).toEqual(kept.hosts.node01)
  expect(kept.services?.node01?.journal.length).toBeGreaterThan(100)
})

/** Types a line as root on node01 and presses Ctrl+C after so many seconds of the world. */
async function interruptedAfter(seconds: number, line: string): Promise<{ how: string; printed: string }> {
  const world = createWorld(
    base,
    began,
    undefined,
    happenings({ every: 4, open: '/etc/shadow', by: 'cat /etc/shadow' }),
  )
  const terminal = openTerminal({ world, seed: 1 })
  await terminal.run('ssh node01\nsudo -i', io)
  const controller = new AbortController()
  let printed = ''
  const { how } = await terminal.run(line, {
    out: text => {
      printed += text
    },
    signal: controller.signal,
    sleep: async milliseconds => {
      if (milliseconds > 0 && world.clock - began >= seconds * 1000) controller.abort()
    },
  })
  return { how, printed }
}

test('Ctrl+C ends falco, which counts what it saw', async () => {
  const { how, printed } = await interruptedAfter(10, 'falco -o log_stderr=false')
  expect(how).toBe('interrupted')
  expect(printed).toMatch(/^\(Falco waits for events\. Ctrl\+C ends it\.\)\n/)
  expect(printed.match(/Warning Sensitive file read|Warning Read sensitive/g)?.length).toBe(3)
  expect(printed).toContain('Events detected: 3\n')
})

test('Ctrl+C ends journalctl -f, which shows each line once', async () => {
  const { how, printed } = await interruptedAfter(10, 'journalctl -fu falco -o cat -n 1')
  expect(how).toBe('interrupted')
  expect(printed.split('\n').filter(line => line.includes('/etc/shadow')).length).toBe(3)
})

test('Ctrl+C ends event-generator --loop', async () => {
  const { how, printed } = await interruptedAfter(10, 'event-generator run ReadSensitive --loop --sleep 1s')
  expect(how).toBe('interrupted')
  expect(printed.match(/INFO/g)?.length).toBe(11)
})

test('falco without a time ends after an hour when nobody presses Ctrl+C', async () => {
  const { how, printed } = await interruptedAfter(
    9_999,
    'falco -o log_stderr=false -o priority=emergency 2>&1 | tail -n 8',
  )
  expect(how).toBe('finished')
  expect(printed).toContain('Stopped after an hour. Give a time with -M.\n')
  expect(printed).toContain('Events detected: 0\n')
})

test('what is kept is bounded, however long nobody comes', async () => {
  const world = createWorld(
    base,
    began,
    undefined,
    happenings({ every: 1, open: '/etc/shadow', by: 'cat /etc/shadow' }),
  )
  world.clock += 30 * 86_400_000
  await openTerminal({ world, seed: 1 }).run('true', io)
  const { services, hosts } = stateOf(world)
  expect(services?.node01?.journal.length).toBe(journalAtMost)
  const log = hosts.node01?.find(({ path }) => path === '/var/log/syslog')?.node
  expect(log?.kind === 'file' && log.content.length).toBeLessThan(70_000)
  expect(log?.kind === 'file' && log.content.length).toBeGreaterThan(40_000)
})

test('a world in which nothing happens and nothing is changed has nothing to be stored', async () => {
  const world = createWorld(base, began)
  await openTerminal({ world, seed: 1 }).run(
    'ssh node01 systemctl status falco; ssh node01 journalctl -u falco; sleep 60',
    io,
  )
  expect(stateOf(world)).toMatchObject({ hosts: { node01: [] } })
  expect(Object.keys(stateOf(world)).sort()).toEqual(['clock', 'hosts'])
})
