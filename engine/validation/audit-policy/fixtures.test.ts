import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readYaml } from '../../yaml/read-yaml.ts'
import { compileAuditPolicy } from './evaluate.ts'
import { eventsFor } from './events.ts'
import { describeRequest, explainDecision } from './explain.ts'
import type { AuditPolicy } from './policy.ts'
import { readAuditPolicy } from './read.ts'
import { type AuditRequest, readAuditRequest } from './request.ts'

const strings = z.array(z.string())

describe('decisions', () => {
  const asked = z.looseObject({
    level: z.string(),
    rule: z.int(),
    stages: strings.optional(),
    words: z.string().optional(),
    omitManagedFields: z.boolean().optional(),
  })
  const shape = z.array(z.strictObject({ policy: z.string(), requests: z.array(asked) }))
  for (const { policy, requests } of shape.parse(data('decisions'))) {
    const decide = compileAuditPolicy(policyOf(policy))
    it.each(requests)('%j', ({ level, rule, stages, words, omitManagedFields, ...shorthand }) => {
      const request = requestOf(shorthand)
      const decision = decide(request)
      expect(decision).toMatchObject({
        level,
        rule: rule - 1,
        ...(omitManagedFields !== undefined && { omitManagedFields }),
      })
      if (stages) expect(eventsFor(decision, request)).toEqual(stages)
      if (words) expect(describeRequest(request)).toBe(words)
    })
  }
})

describe('explanations', () => {
  const shape = z.array(
    z.strictObject({
      policy: z.string(),
      request: z.unknown(),
      decided: z.string(),
      outcome: z.string(),
      passedOver: strings,
    }),
  )
  it.each(shape.parse(data('explanations')))('$request', ({ policy, request, ...expected }) => {
    const read = policyOf(policy)
    const asked = requestOf(request)
    const { decided, outcome, passedOver } = explainDecision(read, asked, compileAuditPolicy(read)(asked))
    expect({ decided, outcome, passedOver: passedOver.map(({ why }) => why) }).toEqual(expected)
  })
})

describe('requests', () => {
  const shape = z.array(
    z.strictObject({
      shorthand: z.unknown(),
      request: z.record(z.string(), z.unknown()).optional(),
      says: z.string().optional(),
    }),
  )
  it.each(shape.parse(data('requests')))('$shorthand', ({ shorthand, request, says }) => {
    const { value, findings } = readAuditRequest(shorthand, ['requests', 0])
    if (says === undefined) {
      expect(findings).toEqual([])
      expect(value).toMatchObject(request ?? {})
    } else {
      expect(value).toBeUndefined()
      expect(findings[0]).toMatchObject({ code: 'bad-request', severity: 'error', message: says })
      expect(findings[0]?.path.slice(0, 2)).toEqual(['requests', 0])
    }
  })
})

describe('refusals', () => {
  const shape = z.array(
    z.strictObject({ text: z.string(), refusal: z.string().nullable(), logged: z.string().optional() }),
  )
  it.each(shape.parse(data('refusals')))('$text', ({ text, refusal, logged }) => {
    const reading = readAuditPolicy(text)
    expect(reading.refusal ?? null).toBe(refusal)
    expect(reading.logged).toEqual(logged === undefined ? [] : [logged])
  })
})

function data(name: string): unknown {
  const text = readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8')
  const { documents, findings } = readYaml(text)
  expect(findings).toEqual([])
  return documents[0]?.value
}

function policyOf(text: string): AuditPolicy {
  const { value, refusal } = readAuditPolicy(`apiVersion: audit.k8s.io/v1\nkind: Policy\n${text}`)
  if (!value || refusal !== undefined) throw new Error(`The fixture's policy is refused: ${refusal}`)
  return value
}

function requestOf(shorthand: unknown): AuditRequest {
  const { value, findings } = readAuditRequest(shorthand)
  if (!value) throw new Error(findings.map(({ message }) => message).join(' '))
  return value
}
