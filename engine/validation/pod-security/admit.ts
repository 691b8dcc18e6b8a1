import type { Path } from '../../yaml/range.ts'
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
  /** What was found in each mode, with paths from the root of the request's object. */
  readonly violations: Readonly<Record<Mode, readonly Violated[]>>
}

const none: readonly Violated[] = []
const nothing = { enforce: none, audit: none, warn: none }
const silent: PodSecurityAnswer = { warnings: [], auditAnnotations: {}, violations: nothing }
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

  const enforced = isPod ? violationsOf(policy.enforce, pod) : none
  const audited = isPod && isSame(policy.audit, policy.enforce) ? enforced : violationsOf(policy.audit, pod)
  const warned = isSame(policy.warn, policy.audit)
    ? audited
    : isPod && isSame(policy.warn, policy.enforce)
      ? enforced
      : violationsOf(policy.warn, pod)
  const isRefused = enforced.length > 0
  const auditAnnotations: Record<string, string> = {}
  if (errors.length > 0) auditAnnotations.error = `Failed to parse policy: ${aggregate(errors.map(it => it.message))}`
  if (isPod) auditAnnotations['enforce-policy'] = shown(policy.enforce)
  if (audited.length > 0) auditAnnotations['audit-violations'] = `would violate ${brokenText(policy.audit, audited)}`
  const answer: PodSecurityAnswer = {
    // What is refused is not warned of as well.
    warnings: !isRefused && warned.length > 0 ? [`would violate ${brokenText(policy.warn, warned)}`] : [],
    auditAnnotations,
    violations: { enforce: placed(enforced, root), audit: placed(audited, root), warn: placed(warned, root) },
  }
  return isRefused ? { ...answer, refused: `violates ${brokenText(policy.enforce, enforced)}` } : answer
}

function exempt(why: 'namespace' | 'user' | 'runtimeClass'): PodSecurityAnswer {
  return { ...silent, auditAnnotations: { exempt: why } }
}

/** Nothing is enforced on workloads, so that only the other modes count for them. */
function isPrivileged({ enforce, audit, warn }: Policy, isPod: boolean): boolean {
  return (!isPod || enforce.level === 'privileged') && audit.level === 'privileged' && warn.level === 'privileged'
}

function isSame(one: LevelVersion, other: LevelVersion): boolean {
  return one.level === other.level && one.version === other.version
}

/** `PodSecurity "restricted:latest": …`. */
function brokenText(asked: LevelVersion, found: readonly Violated[]): string {
  return `PodSecurity "${shown(asked)}": ${detailsOf(found)}`
}

/** The same violations, with paths from the root of a workload. */
function placed(found: readonly Violated[], root: Path): readonly Violated[] {
  if (found.length === 0 || root.length === 0) return found
  return found.map(violated => ({ ...violated, paths: () => violated.paths().map(path => [...root, ...path]) }))
}
