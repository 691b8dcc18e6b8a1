import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { compileFalcoRules } from '../../validation/falco/alerts.ts'
import type { FalcoEvent } from '../../validation/falco/event.ts'
import { ordinaryEvents } from '../../validation/falco/events/ordinary.ts'
import { readFalcoEvent } from '../../validation/falco/events/read-event.ts'
import type { ActionScope } from '../../validation/falco/events/suspicious/action.ts'
import { fireAction, suspiciousActions } from '../../validation/falco/events/suspicious/fire.ts'
import { whySilent } from '../../validation/falco/fires-silent.ts'
import { readFalcoRules } from '../../validation/falco/read.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { falcoRules } from './falco-rules.ts'

const { value, findings, files } = readFalcoRules([{ name: 'falco_rules.yaml', text: falcoRules }])
const rules = value?.rules ?? []

const shorthand = z.record(z.string(), z.unknown())
const near = z
  .record(z.string(), z.strictObject({ fires: z.array(shorthand).default([]), quiet: z.array(shorthand).min(1) }))
  .parse(readYaml(readFileSync(new URL('fixtures/falco-rules.yaml', import.meta.url), 'utf8')).documents[0]?.value)

const scopes: readonly ActionScope[] = [
  { where: 'host' },
  { where: 'container', name: 'web', image: 'docker.io/library/nginx:1.29', pod: 'web', ns: 'shop' },
]

function told({ host, ...written }: z.infer<typeof shorthand>): FalcoEvent {
  const inside = host ? {} : { container: 'web', image: 'docker.io/library/nginx:1.29', pod: 'web', ns: 'shop' }
  const { value, findings } = readFalcoEvent({
    user: 'root',
    tty: false,
    ancestors: ['systemd'],
    ...inside,
    ...written,
  })
  expect(findings).toEqual([])
  if (!value) throw new Error('The event cannot be read.')
  return value
}

it('is loaded without a word', () => {
  expect(findings).toEqual([])
  expect(files.map(({ verdict }) => verdict)).toEqual(['ok'])
})

it('is all asked about', () => {
  expect(Object.keys(near).toSorted()).toEqual(rules.map(({ name }) => name).toSorted())
})

describe.each(rules)('$name', rule => {
  const alone = compileFalcoRules({ rules: [{ ...rule, enabled: true }], macros: [], lists: [] })
  const verdict = (event: FalcoEvent) => alone.decide(event)

  it('alerts for what it is there for', () => {
    const own = suspiciousActions().flatMap(action =>
      scopes.flatMap(scope =>
        action.rules?.[scope.where]?.includes(rule.name) ? [fireAction(action, scope).at(-1)] : [],
      ),
    )
    const events = [...own.flatMap(event => event ?? []), ...(near[rule.name]?.fires ?? []).map(told)]
    expect(events.length).toBeGreaterThan(0)
    for (const event of events) {
      const { alerts, undecided } = verdict(event)
      expect([event.title, alerts.length, undecided]).toEqual([event.title, 1, []])
      expect(alerts[0]?.message).not.toContain('<NA>')
      expect(alerts[0]?.unknown).toEqual([])
    }
  })

  it.each(near[rule.name]?.quiet ?? [])('does not alert for %j', written => {
    const event = told(written)
    expect(verdict(event)).toEqual({ alerts: [], undecided: [] })
  })
})

describe('the whole set', () => {
  const all = compileFalcoRules({ rules, macros: [], lists: [] })

  it.each(ordinaryEvents())('is quiet when $title', event => {
    expect(all.decide(event)).toEqual({ alerts: [], undecided: [] })
  })

  it('has no rule that never alerts, but for those that are off', () => {
    const silent = rules.flatMap(rule => whySilent(rule, { rules, macros: [], lists: [] }) ?? [])
    expect(new Set(silent.map(({ kind }) => kind))).toEqual(new Set(['not-enabled']))
  })

  const cases = suspiciousActions().flatMap(action =>
    action.where.map(where => ({ action, where, title: `${action.name} ${where}` })),
  )
  it.each(cases)('alerts for $title as is said of it', ({ action, where }) => {
    const scope = scopes.find(each => each.where === where) ?? { where: 'host' }
    const decisions = fireAction(action, scope).map(event => all.decide(event))
    expect(decisions.flatMap(({ undecided }) => undecided)).toEqual([])
    expect(decisions.flatMap(({ alerts }) => alerts.map(({ rule }) => rule))).toEqual(action.rules?.[where] ?? [])
  })
})
