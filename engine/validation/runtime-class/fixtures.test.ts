import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import { lineColumn } from '../../yaml/place.ts'
import { readQuantity } from '../kubernetes/quantity.ts'
import { admitPod } from './admit.ts'
import { runtimeClassFindings } from './finding-codes.ts'
import { readManifests } from './read.ts'

const text = (name: string) => readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8')
const cases = fixtureCases(text('findings'))

describe('fixtures/findings.yaml', () => {
  it.each(cases)('$title', ({ text, expected }) => {
    const { findings, refused, value } = readManifests(text)
    const placed = findings.map(({ code, range }) => ({ code, ...lineColumn(text, range?.start ?? 0) }))
    expect(placed).toEqual(expected)
    const invalid = value?.pods.some(it => it.invalid.length > 0 || it.runtimeClassName === '')
    const bad = refused.length > 0 || invalid === true
    expect(findings.some(({ severity }) => severity === 'error')).toBe(bad)
  })

  it('has a failing case for every code', () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ code }) => code)))
    expect(Object.keys(runtimeClassFindings).filter(code => !shown.has(code))).toEqual([])
  })
})

describe('fixtures/admission.yaml', () => {
  const shape = z.array(
    z.strictObject({
      name: z.string(),
      classes: z.record(z.string(), z.looseObject({})).default({}),
      spec: z.looseObject({}),
      refused: z.string().optional(),
      admitted: z
        .strictObject({
          overhead: z.record(z.string(), z.string()).optional(),
          nodeSelector: z.record(z.string(), z.string()).optional(),
          tolerations: z.array(z.string()).optional(),
        })
        .optional(),
    }),
  )
  it.each(shape.parse(parse(text('admission'))))('$name', ({ classes, spec, refused, admitted = {} }) => {
    const objects = Object.entries(classes).map(([name, more]) =>
      JSON.stringify({ apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name }, handler: 'x', ...more }),
    )
    const containers = [{ name: 'web', image: 'nginx' }]
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers, ...spec } }
    const { value } = readManifests([...objects, JSON.stringify(pod)].join('\n---\n'))
    const read = value?.pods[0]
    if (!read) throw new Error('The Pod was not read.')
    const admission = admitPod(read, new Map(value.classes.map(it => [it.name, it])))
    if ('refused' in admission) {
      expect(admission.refused).toBe(refused)
      return
    }
    const { overhead = new Map(), nodeSelector, tolerations } = admission.admitted
    expect(refused).toBeUndefined()
    expect({
      overhead: Object.fromEntries([...overhead].map(([name, { canonical }]) => [name, canonical])),
      nodeSelector: Object.fromEntries(nodeSelector),
      tolerations: tolerations.map(({ key, operator }) => `${key} ${operator}`),
    }).toEqual({ overhead: {}, nodeSelector: {}, tolerations: [], ...admitted })
  })
})

it.each([
  ['0.25', '250m'],
  ['1500m', '1500m'],
  ['2048Mi', '2Gi'],
  ['0.5Gi', '512Mi'],
  ['1e3', '1e3'],
  ['-1', '-1'],
  ['0', '0'],
  ['100', '100'],
])('prints %s as %s', (written, canonical) => {
  expect(readQuantity(written)).toMatchObject({ canonical })
})

it.each(['', 'much', '1\n2', '1 Mi', '1mb', '1Xi'])('refuses the quantity %j', written => {
  expect(readQuantity(written)).toHaveProperty('error')
})
