import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { configured } from '../cluster/fixtures/configured.ts'
import { gradeLab } from './grade-lab.ts'
import { kinds } from './kinds.ts'
import type { Lab } from './lab.ts'
import type { CounterExample } from './report.ts'
import { schemaSentences } from './schema-sentence.ts'

const words = z.array(z.string()).default([])
const cases = z.array(
  z.strictObject({
    name: z.string(),
    /** What stands under the kind's key. */
    check: z.unknown(),
    flags: words,
    mounts: words,
    volumes: words,
    files: z.record(z.string(), z.record(z.string(), z.string().nullable())).default({}),
    probes: z.record(z.string(), z.string()).default({}),
    /** The audit policy in force, with a log at /var/log/audit/audit.log; `logMount` is where that lies on the host. */
    policy: z.string().optional(),
    logMount: z.string().optional(),
    /** /var/lib/kubelet/seccomp/a.json on node01. */
    profile: z.string().optional(),
    /** A static pod web in shop on node01, with the pod's seccompProfile and the container's security context. */
    pod: z.strictObject({ pod: z.unknown().optional(), container: z.unknown().optional() }).optional(),
    /** What the author of a lab is told, instead of a result. */
    fault: z.string().optional(),
    result: z.enum(['pass', 'miss', 'ungraded']).optional(),
    say: z.string().optional(),
    examples: z
      .array(
        z.strictObject({
          pairs: z.record(z.string(), z.string()),
          decidedBy: z.string().optional(),
          at: z.string().optional(),
          lit: z.string().optional(),
        }),
      )
      .optional(),
  }),
)
type Case = z.infer<typeof cases>[number]

const folder = join(import.meta.dirname, 'kinds/fixtures')
const read = (kind: string) =>
  cases.parse(parse(readFileSync(join(folder, `${kind}.yaml`), 'utf8'), { maxAliasCount: -1 }))

describe.each([...kinds.keys()])('%s', name => {
  const kind = kinds.get(name)
  const own = read(name)

  test.each(own)('$name', it => {
    const probes = new Map(Object.entries(it.probes))
    const faults = [
      ...schemaSentences(kind?.schema ?? z.never(), it.check).map(({ message }) => message),
      ...(kind?.schema.safeParse(it.check).success ? kind.faults(it.check, probes).map(({ message }) => message) : []),
    ]
    expect(faults[0]).toBe(it.fault)
    if (it.fault !== undefined) return
    const verdict = gradeLab(lab(name, it.check, probes), configured(changes(it))).verdicts[0]
    const outcome = verdict?.outcome
    expect(outcome?.result, outcome?.say).toBe(it.result)
    if (it.say !== undefined) expect(outcome?.say).toBe(it.say)
    if (it.examples === undefined || outcome?.result !== 'miss') return
    expect(outcome.examples.length).toBe(it.examples.length)
    for (const [index, wanted] of it.examples.entries()) {
      const example = outcome.examples[index]
      expect(example && shown(example)).toMatchObject(wanted)
    }
  })

  test('has a fixture for each result', () => {
    const results = own.map(({ result }) => result)
    expect(results).toContain('pass')
    expect(results).toContain('miss')
    expect(results).toContain('ungraded')
  })
})

test('every file of fixtures belongs to a kind', () => {
  expect(readdirSync(folder).map(file => file.replace(/\.yaml$/, ''))).toEqual([...kinds.keys()].sort())
})

test('every file of a kind is listed', () => {
  const files = readdirSync(join(import.meta.dirname, 'kinds')).filter(file => file.endsWith('.ts'))
  expect(files.map(file => file.replace(/\.ts$/, ''))).toEqual([...kinds.keys()].sort())
})

function lab(kind: string, expectation: unknown, probes: ReadonlyMap<string, string>): Lab {
  return {
    ...{ id: 'a/b', title: '', summary: '', domain: '', competency: '', difficulty: 'direct', minutes: 1 },
    ...{ cluster: 'two-node', host: 'controlplane', task: '', explain: '', solution: '', attempts: [] },
    ...{ hints: new Map(), start: new Map(), probes },
    checks: [{ id: 'it', title: '', points: 1, guard: false, kind, expectation: [expectation] }],
  }
}

function changes({ flags, mounts, volumes, files, policy, logMount, profile, pod }: Case) {
  const all: Record<string, Record<string, string | null>> = structuredClone(files)
  const put = (host: string, path: string, text: string) => {
    all[host] = { ...all[host], [path]: text }
  }
  const more = { flags: [...flags], mounts: [...mounts], volumes: [...volumes] }
  if (policy !== undefined) {
    put('controlplane', '/etc/kubernetes/pki/policy.yaml', policy)
    more.flags.push('--audit-policy-file=/etc/kubernetes/pki/policy.yaml', '--audit-log-path=/var/log/audit/audit.log')
  }
  if (logMount !== undefined) {
    more.mounts.push('{ name: log, mountPath: /var/log/audit }')
    more.volumes.push(`{ name: log, hostPath: { path: ${logMount} } }`)
  }
  if (profile !== undefined) put('node01', '/var/lib/kubelet/seccomp/a.json', profile)
  if (pod) put('node01', '/etc/kubernetes/manifests/web.yaml', manifest(pod))
  return { ...more, files: all }
}

function manifest({ pod, container }: { readonly pod?: unknown; readonly container?: unknown }): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      ...(pod ? { securityContext: { seccompProfile: pod } } : {}),
      containers: [{ name: 'web', image: 'nginx', ...(container ? { securityContext: container } : {}) }],
    },
  })
}

function shown({ pairs, decidedBy }: CounterExample) {
  const place = decidedBy?.place
  return {
    pairs: Object.fromEntries(pairs.map(({ label, value }) => [label, value])),
    decidedBy: decidedBy?.text,
    at: place && `${place.host}:${place.path}:${place.line}`,
    lit: decidedBy?.lit,
  }
}
