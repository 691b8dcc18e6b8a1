import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { admitPod } from './admit.ts'
import { readQuantity } from './quantity.ts'
import { readManifests } from './read.ts'

const folder =
  process.env.BREAKWATER_CONFORMANCE ?? fileURLToPath(new URL('../../../../shared/conformance', import.meta.url))
const recorded = (name: string) => `${folder}/kubernetes/${name}.jsonl`

const exchange = z.object({
  id: z.string(),
  setup: z.array(z.unknown()),
  unstable: z.boolean().optional(),
  request: z.object({ method: z.string(), path: z.string(), body: z.unknown().optional() }),
  response: z.object({
    status: z.int(),
    body: z.looseObject({ message: z.string().optional(), spec: z.unknown().optional() }),
  }),
})
const stored = z.object({
  nodeSelector: z.record(z.string(), z.string()).default({}),
  overhead: z.record(z.string(), z.string()).default({}),
  tolerations: z.array(z.looseObject({ key: z.string().default(''), operator: z.string().default('') })).default([]),
})

it('answers every recorded RuntimeClass and Pod as the API server did', () => {
  const wrong: string[] = []
  for (const { id, setup, request, response, unstable } of lines('runtimeclass', exchange)) {
    // Updates, and what only a bare HTTP client can send: kubectl finds the kind before it asks.
    if (request.method !== 'POST' || /:(?:apiVersion|kind)\b|^rc-m-(?:apiVersion|kind)|^rc-(?:beta|wrongkind)/.test(id))
      continue
    if (!/\/(?:runtimeclasses|pods)$/.test(request.path)) continue
    const body = typeof request.body === 'string' ? request.body : JSON.stringify(request.body)
    const { value, refused } = readManifests(body)
    const classes = new Map(
      setup.flatMap(it => readManifests(JSON.stringify(it)).value?.classes ?? []).map(it => [it.name, it]),
    )
    const pod = value?.pods[0]
    const admission = pod && admitPod(pod, classes)
    const said = refused[0]?.words ?? (admission && 'refused' in admission ? admission.refused : undefined)
    const want = response.status === 201 ? undefined : (response.body.message ?? '')
    if (unstable ? (said === undefined) !== (want === undefined) : said !== want)
      wrong.push(`${id}: ${want}; ours ${said}`)
    if (!admission || !('admitted' in admission) || want !== undefined) continue
    const { overhead, nodeSelector, tolerations } = admission.admitted
    const spec = stored.parse(response.body.spec)
    const ours = {
      nodeSelector: Object.fromEntries(nodeSelector),
      overhead: Object.fromEntries([...(overhead ?? [])].map(([name, { canonical }]) => [name, canonical])),
    }
    expect({ id, ...ours }).toEqual({ id, nodeSelector: spec.nodeSelector, overhead: spec.overhead })
    // Another plugin adds two of these to the pod, before this one.
    const shown = (list: readonly { readonly key: string; readonly operator: string }[]) =>
      list.filter(({ key }) => !key.startsWith('node.kubernetes.io/')).map(({ key, operator }) => `${key} ${operator}`)
    expect({ id, tolerations: shown(tolerations) }).toEqual({ id, tolerations: shown(spec.tolerations) })
  }
  expect(wrong).toEqual([])
})

it('reads every recorded quantity as Kubernetes did', () => {
  const shape = z.looseObject({
    op: z.string(),
    text: z.string().optional(),
    ok: z.boolean().optional(),
    milliValue: z.string().optional(),
  })
  const wrong: string[] = []
  for (const { op, text, ok, milliValue } of lines('quantity', shape)) {
    if (op !== 'parse' || text === undefined) continue
    const got = readQuantity(text)
    if ('error' in got === ok) wrong.push(`${text}: ${'error' in got ? 'refused' : 'taken'}`)
    // A milli-value is a 64-bit number there; what does not fit is cut.
    if ('error' in got || milliValue === undefined || abs(got.nano) >= 2n ** 63n * 1_000_000n) continue
    const size = abs(got.nano)
    const milli = size / 1_000_000n + (size % 1_000_000n === 0n ? 0n : 1n)
    if (`${got.nano < 0n ? -milli : milli}` !== milliValue)
      wrong.push(`${text}: ${milliValue} thousandths; ours ${milli}`)
  }
  expect(wrong).toEqual([])
})

const abs = (number: bigint) => (number < 0n ? -number : number)

function lines<T>(name: string, shape: z.ZodType<T>): readonly T[] {
  return readFileSync(recorded(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => shape.parse(JSON.parse(line)))
}
