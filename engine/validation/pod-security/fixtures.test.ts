import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Pod } from '../pod/pod.ts'
import { admitPod } from './admit.ts'
import { readConfiguration, type WrittenDefaults } from './configuration.ts'
import type { Violated } from './evaluate.ts'
import { rulesAt } from './evaluate.ts'
import { admitNamespace } from './namespace.ts'
import { labelPrefix, levels, modes, type Policy, policyOf, shown, versionOf } from './policy.ts'
import { runningWarnings } from './running-pods.ts'

const labels = z.record(z.string(), z.string())
const names = z.array(z.string()).default([])
const exemptions = z.strictObject({ namespaces: names, usernames: names, runtimeClasses: names }).prefault({})
const defaults = z.custom<WrittenDefaults>(it => labels.safeParse(it).success).default({})
const policy = z.strictObject({ enforce: z.string(), audit: z.string(), warn: z.string() })
const partOfPod = z.custom<{ metadata?: Pod['metadata']; spec?: Partial<Pod['spec']> }>(it => typeof it === 'object')

function cases<T extends z.ZodType>(name: string, shape: T): readonly z.output<T>[] {
  return z.array(shape).parse(parse(readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8')))
}

function podOf(part: z.output<typeof partOfPod> = {}, name = 'web'): Pod {
  return { metadata: { name, ...part.metadata }, spec: { containers: [{ name: 'web', image: 'nginx' }], ...part.spec } }
}

function prefixed(written: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [`${labelPrefix}${key}`, value]))
}

function configured(written: WrittenDefaults, exempt: z.output<typeof exemptions>) {
  const configuration = readConfiguration(written, exempt)
  if ('refused' in configuration) throw new Error(configuration.refused)
  return configuration
}

const told = (it: Policy) => Object.fromEntries(modes.map(mode => [mode, shown(it[mode])]))

describe('fixtures/levels.yaml', () => {
  const shape = z.strictObject({ level: z.enum(levels), version: z.string(), checks: z.array(z.string()) })
  it.each(cases('levels', shape))('$level:$version', ({ level, version, checks }) => {
    expect(rulesAt({ level, version: versionOf(version) ?? -1 }).map(({ id }) => id)).toEqual(checks)
  })
})

describe('fixtures/policies.yaml', () => {
  const errors = z.array(z.string()).default([])
  const shape = z.strictObject({ name: z.string(), labels, defaults, policy, errors })
  it.each(cases('policies', shape))('$name', ({ labels, defaults, policy, errors }) => {
    const read = policyOf(prefixed(labels), configured(defaults, exemptions.parse({})).defaults)
    expect(told(read.policy)).toEqual(policy)
    expect(read.errors.map(({ message }) => message)).toEqual(errors)
  })
})

describe('fixtures/admission.yaml', () => {
  const shape = z.strictObject({
    name: z.string(),
    resource: z.string().default('pods'),
    subresource: z.string().default(''),
    ...{ labels, defaults, exemptions },
    pod: partOfPod.optional(),
    before: partOfPod.optional(),
    refused: z.string().optional(),
    warnings: z.array(z.string()).default([]),
    audit: labels.default({}),
    places: z.record(z.string(), z.array(z.string())).default({}),
  })
  it.each(cases('admission', shape))('$name', ({ labels, pod, before, refused, warnings, audit, places, ...asked }) => {
    const answer = admitPod(configured(asked.defaults, asked.exemptions), {
      ...{ resource: asked.resource, subresource: asked.subresource, user: 'jane', pod: podOf(pod) },
      namespace: { name: 'team-a', labels: prefixed(labels) },
      ...(before && { before: podOf(before) }),
    })
    expect(answer.refused).toBe(refused)
    expect(answer.warnings).toEqual(warnings)
    expect(answer.auditAnnotations).toEqual(audit)
    const found = Object.entries(answer.violations).map(([mode, violations]) => [mode, placesIn(violations)] as const)
    expect(Object.fromEntries(found.filter(([, paths]) => paths.length > 0))).toEqual(places)
  })
})

function placesIn(violations: readonly Violated[]): readonly string[] {
  return violations.flatMap(({ paths }) => paths().map(path => path.join('.')))
}

describe('fixtures/namespaces.yaml', () => {
  const shape = z.strictObject({
    name: z.string(),
    ...{ labels, exemptions },
    before: labels.optional(),
    running: z.record(z.string(), partOfPod).default({}),
    errors: z.array(z.string()).default([]),
    warnings: z.array(z.string()).default([]),
  })
  it.each(cases('namespaces', shape))('$name', ({ labels, exemptions, before, running, errors, warnings }) => {
    const pods = Object.entries(running).map(([name, part]) => ({ pod: podOf(part, name) }))
    const old = before && { labels: prefixed(before), running: pods }
    const answer = admitNamespace(configured({}, exemptions), { name: 'team-a', labels: prefixed(labels) }, old)
    expect(answer.errors.map(({ message }) => message)).toEqual(errors)
    expect(answer.warnings).toEqual(warnings)
  })

  it('of very many Pods the first are looked at, one of each workload before its others', () => {
    const pod = podOf({ spec: { hostPID: true } }, 'web')
    const quiet = podOf({}, 'quiet')
    const crowd = Array.from({ length: 3000 }, () => ({ pod: quiet, controller: 'a' }))
    const told = runningWarnings('x', { level: 'baseline', version: 'latest' }, [...crowd, { pod, controller: 'b' }], {
      ...{ usernames: [], namespaces: [], runtimeClasses: [] },
    })
    expect(told).toEqual([
      'new PodSecurity enforce level only checked against the first 3000 of 3001 existing pods',
      'existing pods in namespace "x" violate the new PodSecurity enforce level "baseline:latest"',
      'web: host namespaces',
    ])
  })
})

describe('fixtures/configurations.yaml', () => {
  const shape = z.strictObject({
    name: z.string(),
    ...{ defaults, exemptions },
    policy: policy.optional(),
    refused: z.string().optional(),
  })
  it.each(cases('configurations', shape))('$name', ({ defaults, exemptions, policy, refused }) => {
    const read = readConfiguration(defaults, exemptions)
    expect('refused' in read ? read.refused : told(read.defaults)).toEqual(refused ?? policy)
  })
})
