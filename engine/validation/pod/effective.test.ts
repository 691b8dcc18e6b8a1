import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { placedContainers } from './containers.ts'
import { effectiveSecurity } from './effective.ts'
import { effectiveContext } from './effective-context.ts'
import type { PodSpec } from './pod.ts'
import type { RuntimeProfile } from './profile.ts'

const shape = z.strictObject({
  name: z.string(),
  node: z.strictObject({ seccompDefault: z.boolean(), hasAppArmor: z.boolean() }).optional(),
  image: z.strictObject({ uid: z.number().optional(), name: z.string().optional() }).default({ uid: 0 }),
  annotations: z.record(z.string(), z.string()).optional(),
  spec: z.custom<PodSpec>(it => typeof it === 'object'),
  /** In the order of all containers. */
  container: z.number().default(0),
  holds: z.record(z.string(), z.unknown()).optional(),
  refused: z.string().optional(),
  path: z.string().optional(),
})
const text = readFileSync(new URL('fixtures/effective.yaml', import.meta.url), 'utf8')

describe('fixtures/effective.yaml', () => {
  it.each(z.array(shape).parse(parse(text)))('$name', ({ annotations, spec, holds, refused, path, ...asked }) => {
    const placed = placedContainers({ metadata: { annotations }, spec })[asked.container]
    if (!placed) throw new Error('There is no such container.')
    const node = { seccompDefault: false, hasAppArmor: true, ...asked.node, folder: '/var/lib/kubelet/seccomp' }
    const held = effectiveSecurity(placed, node, asked.image, 'web_default(u1)')
    if ('refused' in held) {
      expect([held.refused, held.path.join('.'), undefined]).toEqual([refused, path, holds])
      return
    }
    const { seccomp, appArmor, capabilities, ...rest } = held
    const count = typeof holds?.capabilities === 'number'
    expect({
      ...{ ...rest, seccomp: shown(seccomp), appArmor: shown(appArmor), unknownCapabilities: capabilities.unknown },
      capabilities: count ? capabilities.held.length : capabilities.held,
    }).toMatchObject(holds ?? { refused })
  })
})

function shown({ path, ...profile }: RuntimeProfile) {
  return { ...profile, ...(path && { path: path.join('.') }) }
}

it.each([
  [
    undefined,
    { privileged: true, seccompProfile: { type: 'Unconfined' } },
    { privileged: true, seccompProfile: { type: 'Unconfined' } },
  ],
  [{ runAsUser: 1 }, undefined, { runAsUser: 1 }],
  [{ runAsUser: 1, runAsGroup: 2 }, { runAsUser: 0 }, { runAsUser: 0, runAsGroup: 2 }],
  [{ seLinuxOptions: { type: 'a', level: 'b' } }, { seLinuxOptions: { type: 'c' } }, { seLinuxOptions: { type: 'c' } }],
  [{ windowsOptions: { runAsUserName: 'a' } }, {}, { windowsOptions: { runAsUserName: 'a' } }],
  [
    { windowsOptions: { hostProcess: true, runAsUserName: 'a' } },
    { windowsOptions: { runAsUserName: 'b' } },
    { windowsOptions: { hostProcess: true, runAsUserName: 'b' } },
  ],
])('a Pod’s %j and a container’s %j are %j', (own, container, effective) => {
  expect(effectiveContext(own, container)).toEqual(effective)
})
