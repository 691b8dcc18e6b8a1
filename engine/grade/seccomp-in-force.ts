import { z } from 'zod'
import { failedMount } from '../cluster/container-path.ts'
import { seccompOf, seccompProfileOf } from '../cluster/kubelet.ts'
import { remembered } from '../cluster/remembered.ts'
import type { Container, StaticPod } from '../cluster/static-pod.ts'
import { staticPods } from '../cluster/static-pods.ts'
import { type CompiledSeccomp, compileSeccompProfile } from '../validation/seccomp/decide.ts'
import { defaultCapabilities, runtimeDefaultProfile } from '../validation/seccomp/default-profile.ts'
import type { SeccompProfile } from '../validation/seccomp/profile.ts'
import { readSeccompProfile } from '../validation/seccomp/read.ts'
import type { Path } from '../yaml/range.ts'
import type { Context, Fault } from './kind.ts'
import { placeOf, type TextOnHost } from './place-of.ts'
import type { DecidedBy } from './report.ts'
import { hostName, profilePath } from './schema-parts.ts'

/** The keys that say which filter is meant: a profile by name, or what confines the containers of a pod. */
export const whichFilter = {
  profile: profilePath.optional().meta({
    description: "A profile as a Pod names it: a path below the kubelet's seccomp directory.",
    examples: ['profiles/web.json'],
  }),
  of: z
    .string()
    .regex(/^pod\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, '`of` names a pod, as `pod/web`.')
    .optional()
    .meta({ description: 'A Pod of the kubelet: what confines its containers is looked at.', examples: ['pod/web'] }),
  in: z
    .string()
    .optional()
    .meta({ description: "The Pod's namespace. Left out: `default`.", examples: ['shop'] }),
  host: hostName.optional(),
}

export interface WhichFilter {
  readonly profile?: string | undefined
  readonly of?: string | undefined
  readonly in?: string | undefined
  readonly host?: string | undefined
}

export function whichFilterFaults({ profile, of, in: namespace }: WhichFilter): readonly Fault[] {
  if ((profile === undefined) === (of === undefined))
    return [{ path: [], message: 'Give either `profile` or `of`: which filter is meant?' }]
  return of === undefined && namespace !== undefined
    ? [{ path: ['in'], message: '`in` is the namespace of the pod that `of` names.' }]
    : []
}

/** What confines one container. */
export type FilterInForce =
  | {
      readonly is: 'filter'
      readonly compiled: CompiledSeccomp
      /** The file it was built from; the runtime's own profile has none. */
      readonly profile?: SeccompProfile
      readonly file?: TextOnHost
      readonly noNewPrivileges: boolean
    }
  | { readonly is: 'none'; readonly decidedBy: DecidedBy }
  /** No container runs: `words` are the component's own. */
  | { readonly is: 'stopped'; readonly say: string; readonly words: string; readonly decidedBy?: DecidedBy }
  | { readonly is: 'undecided'; readonly why: string }

/** The filter of a profile, or those of all containers of a pod that the host's kubelet runs from its manifests. */
export function filtersInForce(which: WhichFilter, { world, host: labHost }: Context): readonly FilterInForce[] {
  const name = which.host ?? labHost
  const host = world.hosts.get(name)
  if (!host) return [{ is: 'undecided', why: `there is no host ${name}` }]
  if (which.profile !== undefined) return [ofProfile(world, name, which.profile, false)]

  const podName = which.of?.slice('pod/'.length) ?? ''
  const namespace = which.in ?? 'default'
  const { pods, refused } = staticPods(host)
  const pod = pods.find(pod => pod.name === podName && pod.namespace === namespace)
  if (!pod) {
    const say = `The kubelet of ${name} runs no pod \`${podName}\` in \`${namespace}\`.`
    const blamed = refused[0]
    if (!blamed) return [{ is: 'stopped', say, words: 'no manifest describes it' }]
    const decidedBy = blamed.range && {
      text: 'The kubelet refuses this manifest.',
      place: placeOf({ host: name, path: blamed.file, text: blamed.text }, blamed.range),
      lit: 'refused by the kubelet',
    }
    return [{ is: 'stopped', say, words: blamed.words, ...(decidedBy && { decidedBy }) }]
  }
  const mount = failedMount(host, pod)
  if (mount && 'undecided' in mount) return [{ is: 'undecided', why: mount.undecided }]
  if (mount) return [{ is: 'stopped', say: `The pod \`${podName}\` does not start.`, words: mount.words }]
  return pod.containers.map(container => ofContainer(world, name, pod, container))
}

function ofContainer(world: Context['world'], host: string, pod: StaticPod, container: Container): FilterInForce {
  const manifest = { host, path: pod.file, text: pod.text }
  const decided = (text: string, path: Path, lit: string): DecidedBy => {
    const range = pod.rangeOf(path)
    return range ? { text, place: placeOf(manifest, range), lit } : { text }
  }
  const field = seccompOf(pod, container)
  if (container.privileged)
    return {
      is: 'none',
      decidedBy: decided(
        'A privileged container runs without a filter.',
        [...container.at, 'securityContext', 'privileged'],
        'no filter',
      ),
    }
  if (!field)
    return {
      is: 'none',
      decidedBy: decided(
        'No `seccompProfile` is set, so there is no filter.',
        ['metadata', 'name'],
        'runs without a filter',
      ),
    }
  if (field.type === 'Unconfined')
    return { is: 'none', decidedBy: decided('`Unconfined` means no filter.', [...field.at, 'type'], 'no filter') }
  if (field.type === 'RuntimeDefault')
    return {
      is: 'filter',
      compiled: compileSeccompProfile(runtimeDefaultProfile(defaultCapabilities)),
      noNewPrivileges: container.noNewPrivileges,
    }
  const profile = field.localhostProfile ?? ''
  const place = decided('The pod names this file.', [...field.at, 'localhostProfile'], 'names the profile')
  if (profile === '') {
    const words = 'localhostProfile must be set if seccompProfile type is Localhost.'
    return { is: 'stopped', say: `The pod \`${pod.name}\` does not start.`, words, decidedBy: place }
  }
  const found = ofProfile(world, host, profile, container.noNewPrivileges)
  if (found.is !== 'stopped') return found
  return { ...found, say: `The pod \`${pod.name}\` does not start.`, decidedBy: found.decidedBy ?? place }
}

function ofProfile(world: Context['world'], host: string, profile: string, noNewPrivileges: boolean): FilterInForce {
  const found = seccompProfileOf(world, host, profile)
  if ('missing' in found)
    return { is: 'stopped', say: `No container can run under \`${found.path}\` on ${host}.`, words: found.words }
  const file = { host, path: found.path, text: found.text }
  const { profile: read, compiled, refused } = compiledOnce(found.text)
  const words = compiled?.refusal ?? refused?.message
  if (words !== undefined) {
    const decidedBy = refused?.range && {
      text: 'The runtime refuses this.',
      place: placeOf(file, refused.range),
      lit: 'refused by the runtime',
    }
    const say = `No container can run under \`${found.path}\` on ${host}.`
    return { is: 'stopped', say, words, ...(decidedBy && { decidedBy }) }
  }
  if (!compiled) return { is: 'undecided', why: `\`${found.path}\` could not be read` }
  return { is: 'filter', compiled, ...(read && { profile: read }), file, noNewPrivileges }
}

const compiledOnce = remembered(16, (text = '') => {
  const { value, findings } = readSeccompProfile(text)
  const compiled = value && compileSeccompProfile(value)
  const refused = [...findings, ...(compiled?.findings ?? [])].find(({ severity }) => severity === 'error')
  return { profile: value, compiled, refused }
})
