import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { readYaml } from '../../yaml/read-yaml.ts'
import { compileFalcoRules } from './alerts.ts'
import { compileCondition } from './condition/compile.ts'
import { parseCondition } from './condition/parse.ts'
import { readFalcoEvent } from './events/read-event.ts'
import { explainRule } from './explain.ts'
import { unplaced } from './mapped-text.ts'
import { readFalcoRules } from './read.ts'
import { priorities } from './rule-set.ts'

function fixture<T>(name: string, schema: z.ZodType<T>): readonly T[] {
  const text = readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8')
  return z.array(schema).parse(readYaml(text).documents[0]?.value)
}

const conditions = z.array(z.string()).default([])
const asked = fixture(
  'conditions',
  z.object({ event: z.unknown(), true: conditions, false: conditions, undecided: conditions }),
)

describe.each(asked)('conditions.yaml $event', ({ event, ...expected }) => {
  const told = readFalcoEvent(event)
  const cases = [
    ...expected.true.map(condition => [condition, true] as const),
    ...expected.false.map(condition => [condition, false] as const),
    ...expected.undecided.map(condition => [condition, undefined] as const),
  ]
  it.each(cases)('%s → %s', (condition, holds) => {
    expect(told.findings).toEqual([])
    const parsed = parseCondition(unplaced(condition))
    const faults: string[] = 'fault' in parsed ? [parsed.fault.message] : []
    const test = 'node' in parsed ? compileCondition(parsed.node, ({ message }) => faults.push(message)) : undefined
    expect(faults).toEqual([])
    expect(told.value && test?.(told.value)).toBe(holds)
  })
})

const value = z.union([z.string(), z.null(), z.array(z.string())])
const written = fixture(
  'events',
  z.object({
    shorthand: z.unknown(),
    title: z.string().optional(),
    type: z.string().optional(),
    fields: z.record(z.string(), value).optional(),
    says: z.string().optional(),
  }),
)

test.each(written)('events.yaml $shorthand', ({ shorthand, title, type, fields, says }) => {
  const { value: event, findings } = readFalcoEvent(shorthand, ['events', 0])
  expect(findings.map(({ message }) => message)).toEqual(says === undefined ? [] : [says])
  for (const { path } of findings) expect(path.slice(0, 2)).toEqual(['events', 0])
  expect(event !== undefined).toBe(says === undefined)
  if (title !== undefined) expect(event?.title).toBe(title)
  if (type !== undefined) expect(event?.type).toBe(type)
  for (const [key, expected] of Object.entries(fields ?? {}))
    expect([key, event?.fields.get(key)]).toEqual([key, expected])
})

const alerting = fixture(
  'alerts',
  z.object({
    title: z.string().default('the first rule that matches'),
    rules: z.string(),
    settings: z
      .object({
        ruleMatching: z.enum(['first', 'all']).default('first'),
        priority: z.enum(priorities).default('Debug'),
        suggestedOutput: z.boolean().default(false),
        rules: z
          .array(z.object({ enable: z.boolean(), rule: z.string().default(''), tag: z.string().default('') }))
          .default([]),
      })
      .optional(),
    events: z.array(
      z.object({
        event: z.unknown(),
        lines: z.array(z.string()),
        undecided: z.array(z.string()).default([]),
        why: z.record(z.string(), z.string()).default({}),
      }),
    ),
  }),
)

describe.each(alerting)('alerts.yaml: $title', ({ rules: text, settings, events }) => {
  const { value: rules, findings } = readFalcoRules([{ name: 'rules.yaml', text }])
  test.each(events)('$event', ({ event, lines, undecided, why }) => {
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const told = readFalcoEvent(event).value
    if (!rules || !told) throw new Error('The fixture cannot be read.')
    const decision = compileFalcoRules(rules, settings).decide(told, '1700000000000000005')
    expect(decision.alerts.map(({ line }) => line)).toEqual(lines)
    expect(decision.undecided).toEqual(undecided)
    for (const [name, sentence] of Object.entries(why)) {
      const rule = rules.rules.find(each => each.name === name)
      const explained = rule && explainRule(rule, told)
      expect(explained?.sentence).toBe(sentence)
      // What decided stands in the file, and reads as it is named, lists and exceptions aside.
      for (const { place } of explained?.because ?? []) expect(place?.file).toBe('rules.yaml')
    }
  })
})
