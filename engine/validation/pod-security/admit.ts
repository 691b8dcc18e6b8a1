import { aggregate } from '../kubernetes/field-error.ts'
import type { Pod } from '../pod/pod.ts'
import type { PodSecurityConfiguration } from './configuration.ts'
import { detailsOf, type Violated, violationsOf } from './evaluate.ts'
import { type LevelVersion, type Mode, type Policy, policyOf, shown } from './policy.ts'
import { isSignificant } from './significant.ts'
import { podPathOf } from './workload.ts'

export interface Namespace {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
}

/** A request that makes or changes a Pod, or a workload that makes Pods. */
export interface PodRequest {
  /** With its group: `pods`, `apps/deployments`. */
  readonly resource: string
  readonly subresource?: string
  /** Who asks; for Pods that a controller makes, the controller. */
  readonly user: string
  readonly namespace: Namespace
  /** The Pod, or a workload's template, as it is to be stored. */
  readonly pod: Pod
  /** The Pod before a change. */
  readonly before?: Pod
}

/** What the admission plugin PodSecurity says. */
export interface PodSecurityAnswer {
  /** Why a Pod is not taken; the API server puts `pods "web" is forbidden: ` in front. Workloads always are. */
  readonly refused?: string
  readonly warnings: readonly string[]
  /** Without the prefix `pod-security.kubernetes.io/`. */
  readonly auditAnnotations: Readonly<Record<string, string>>
  /** What was found in each mode that was asked, with paths from the root of the request's object. */
  readonly violations: Readonly<Partial<Record<Mode, readonly Violated[]>>>
}

const silent: PodSecurityAnswer = { warnings: [], auditAnnotations: {}, violations: {} }
const allPrivileged: PodSecurityAnswer = { ...silent, auditAnnotations: { 'enforce-policy': 'privileged:latest' } }

/** What becomes of a Pod or a workload in its namespace. */
export function admitPod({ defaults, exemptions }: PodSecurityConfiguration, request: PodRequest): PodSecurityAnswer {
  const { resource, subresource = '', user, namespace, pod, before } = request
  const root = podPathOf(resource, subresource)
  if (root === undefined) return silent
  if (exemptions.namespaces.includes(namespace.name)) return exempt('namespace')
  if (exemptions.usernames.includes(user)) return exempt('user')
  const { policy, errors } = policyOf(namespace.labels, defaults)
  const isPod = resource === 'pods'
  if (errors.length === 0 && isPrivileged(policy, isPod)) return isPod ? allPrivileged : silent
  if (isPod && before && !isSignificant(before, pod)) return silent
  const runtimeClass = pod.spec.runtimeClassName
  if (runtimeClass && exemptions.runtimeClasses.includes(runtimeClass)) return exempt('runtimeClass')

  const measure = measuring(pod)
  const enforced = isPod ? measure(policy.enforce) : none
  const [audited, warned] = [measure(policy.audit), measure(policy.warn)]
  const isRefused = enforced.length > 0
  const wouldViolate = (asked: LevelVersion, found: readonly Violated[]) => `would ${violates(asked, found)}`
  const placed = (found: readonly Violated[]) =>
    root.length === 0
      ? found
      : found.map(violated => ({ ...violated, paths: violated.paths.map(path => [...root, ...path]) }))
  return {
    ...(isRefused && { refused: violates(policy.enforce, enforced, 'violates') }),
    // What is refused is not warned of as well.
    warnings: !isRefused && warned.length > 0 ? [wouldViolate(policy.warn, warned)] : [],
    auditAnnotations: {
      ...(errors.length > 0 && { error: `Failed to parse policy: ${aggregate(errors.map(it => it.message))}` }),
      ...(isPod && { 'enforce-policy': shown(policy.enforce) }),
      ...(audited.length > 0 && { 'audit-violations': wouldViolate(policy.audit, audited) }),
    },
    violations: { ...(isPod && { enforce: placed(enforced) }), audit: placed(audited), warn: placed(warned) },
  }
}

const none: readonly Violated[] = []

function exempt(why: 'namespace' | 'user' | 'runtimeClass'): PodSecurityAnswer {
  return { ...silent, auditAnnotations: { exempt: why } }
}

/** Nothing is enforced on workloads, so that only the other modes count for them. */
function isPrivileged({ enforce, audit, warn }: Policy, isPod: boolean): boolean {
  return (!isPod || enforce.level === 'privileged') && audit.level === 'privileged' && warn.level === 'privileged'
}

/** `violates PodSecurity "restricted:latest": …`, or `violate …`. */
function violates(asked: LevelVersion, found: readonly Violated[], verb: 'violate' | 'violates' = 'violate'): string {
  return `${verb} PodSecurity "${shown(asked)}": ${detailsOf(found)}`
}

/** Modes often ask for the same. */
function measuring(pod: Pod): (asked: LevelVersion) => readonly Violated[] {
  const known: { readonly asked: LevelVersion; readonly found: readonly Violated[] }[] = []
  return asked => {
    const same = known.find(it => it.asked.level === asked.level && it.asked.version === asked.version)
    if (same) return same.found
    const found = violationsOf(asked, pod)
    known.push({ asked, found })
    return found
  }
}
