import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { compileFalcoRules } from '../../validation/falco/alerts.ts'
import { readFalcoRules } from '../../validation/falco/read.ts'
import { baseWorld } from '../../worlds/base-worlds.ts'
import { createWorld, stateOf } from '../world.ts'
import { eventsAtMost, eventsBetween, fire } from './events-between.ts'
import type { Happening } from './happening.ts'
import { readHappening } from './read-happening.ts'

const began = Date.UTC(2026, 10, 22, 9, 30)
const base = baseWorld('two-node') ?? new Map()

function happening(written: unknown): Happening {
  const { value, findings } = readHappening(written, [])
  if (!value) throw new Error(JSON.stringify(findings))
  return value
}

function worldWith(...written: readonly unknown[]) {
  return createWorld(base, began, undefined, new Map([['node01', written.map(happening)]]))
}

const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      events: z.array(z.unknown()),
      /** Seconds after the beginning: after the first, up to the second. */
      between: z.tuple([z.number(), z.number()]),
      /** Second and title. */
      happens: z.array(z.tuple([z.number(), z.string()])),
    }),
  )
  .parse(parse(readFileSync(join(import.meta.dirname, 'fixtures/events.yaml'), 'utf8')))

describe('what happens between two moments', () => {
  test.each(cases)('$name', ({ events, between: [after, upTo], happens }) => {
    const found = eventsBetween(worldWith(...events), 'node01', began + after * 1000, began + upTo * 1000)
    expect(found.map(({ time, event }) => [Math.floor((time - began) / 1000), event.title])).toEqual(happens)
  })

  test('nothing is lost, and nothing comes twice, however often it is asked', () => {
    const world = worldWith(
      { every: 3, open: '/etc/shadow' },
      { every: 7, from: 2, exec: '/bin/sh' },
      { at: 20, mkdir: '/x' },
    )
    const all = eventsBetween(world, 'node01', began, began + 60_000)
    const parts: (typeof all)[number][] = []
    for (let at = 0; at < 60_000; at += 250) parts.push(...eventsBetween(world, 'node01', began + at, began + at + 250))
    expect(parts.map(({ event }) => event.fields)).toEqual(all.map(({ event }) => event.fields))
    expect(all.length).toBe(20 + 9 + 1)
  })

  test('it is bounded, and the newest are told', () => {
    const day = 86_400_000
    const found = eventsBetween(
      worldWith({ every: 1, mkdir: '/x' }, { at: 1, mkdir: '/y' }),
      'node01',
      began,
      began + 30 * day,
    )
    expect(found.length).toBe(eventsAtMost)
    expect(found.at(-1)?.time).toBeGreaterThan(began + 30 * day - 2000)
  })

  test('on another host nothing happens', () => {
    expect(eventsBetween(worldWith({ every: 1, mkdir: '/x' }), 'base', began, began + 9000)).toEqual([])
  })

  test('no rule that comes with Falco is left undecided', () => {
    const world = worldWith(
      ...[
        { open: '/etc/shadow' },
        { exec: '/bin/sh' },
        { connect: '1.2.3.4:443' },
        { call: 'unshare' },
        { rename: '/a', to: '/b' },
      ].flatMap(event => [
        { at: 1, ...event },
        { at: 2, ...event, container: 'web' },
      ]),
    )
    const files = base.get('node01')?.nodes.get('/etc/falco/falco_rules.yaml')
    const text = files?.kind === 'file' ? String(files.content) : ''
    const falco = compileFalcoRules(
      readFalcoRules([{ name: 'r', text }]).value ?? { rules: [], macros: [], lists: [] },
      { ruleMatching: 'all' },
    )
    for (const { event } of eventsBetween(world, 'node01', began, began + 5000)) {
      const { alerts, undecided } = falco.decide(event)
      expect([event.title, undecided]).toEqual([event.title, []])
      for (const { line } of alerts) expect(line).not.toMatch(/<[^N][^>]*\?>/)
    }
  })
})

describe('what is made to happen', () => {
  test('is seen by whoever looked just before, once, and kept with the state', () => {
    const world = worldWith()
    world.clock += 5000
    fire(world, 'node01', { open: '/etc/shadow', user: 'root' })
    expect(eventsBetween(world, 'node01', world.clock, world.clock + 10).map(({ event }) => event.title)).toEqual([
      '/etc/shadow is opened for reading on the host',
    ])
    const again = createWorld(base, began, stateOf(world))
    expect(eventsBetween(again, 'node01', began, world.clock + 10).length).toBe(1)
    expect(eventsBetween(again, 'node01', world.clock + 10, world.clock + 9999)).toEqual([])
  })

  test('is forgotten after a while, and never too much', () => {
    const world = worldWith()
    for (let each = 0; each < 500; each++) fire(world, 'node01', { mkdir: '/x' })
    expect(world.fired.length).toBe(300)
    world.clock += 700_000
    fire(world, 'node01', { mkdir: '/x' })
    expect(world.fired.length).toBe(1)
  })
})

test('a state without events says nothing of them', () => {
  expect(stateOf(worldWith())).toEqual({ clock: began, hosts: { base: [], controlplane: [], node01: [] } })
})
