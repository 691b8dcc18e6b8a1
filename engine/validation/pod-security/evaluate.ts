import { containersOf } from '../pod/containers.ts'
import type { Pod } from '../pod/pod.ts'
import type { LevelVersion } from './policy.ts'
import type { Revision, Rule, Violation } from './rule.ts'
import { rules } from './rules.ts'

/** A check as it is at one version. */
export interface Applied {
  readonly id: string
  readonly check: Revision['check']
}

/** What a check, named by its id, has against a Pod. */
export interface Violated extends Violation {
  readonly check: string
}

const nothing: readonly Violated[] = []
const noRules: readonly Applied[] = []

/** The version at which the standards changed last: every later one is the same. */
export const newestVersion = Math.max(...rules.flatMap(({ revisions }) => revisions.map(({ since }) => since)))
const versions = Array.from({ length: newestVersion + 1 }, (_, minor) => minor)
const baseline = versions.map(minor => appliedAt(minor, 'baseline'))
const restricted = versions.map(minor => appliedAt(minor, 'restricted'))

/** The checks of a level at a version, in the order in which Kubernetes makes and tells them. */
export function rulesAt({ level, version }: LevelVersion): readonly Applied[] {
  if (level === 'privileged') return noRules
  const minor = version === 'latest' ? newestVersion : Math.min(version, newestVersion)
  return (level === 'baseline' ? baseline : restricted)[minor] ?? noRules
}

/** Everything that a level has against a Pod; nothing is made for a Pod that keeps to it. */
export function violationsOf(asked: LevelVersion, pod: Pod): readonly Violated[] {
  const applied = rulesAt(asked)
  if (applied.length === 0) return nothing
  const containers = containersOf(pod.spec)
  let found: Violated[] | undefined
  for (const { id, check } of applied) {
    const violation = check(pod, containers)
    if (violation === undefined) continue
    const { reason, detail, paths } = violation
    const violated = { check: id, reason, detail, paths }
    if (found) found.push(violated)
    else found = [violated]
  }
  return found ?? nothing
}

/** `privileged, hostPort`: how the violations of running Pods are told. */
export function reasonsOf(violations: readonly Violated[]): string {
  return violations.map(({ reason }) => reason).join(', ')
}

/** `privileged (container "a" must not …), …`: how those of one Pod are told. */
export function detailsOf(violations: readonly Pick<Violated, 'reason' | 'detail'>[]): string {
  const words = violations.map(({ reason, detail }) => {
    const said = detail()
    return said === '' ? reason : `${reason} (${said})`
  })
  return words.join(', ')
}

function appliedAt(minor: number, level: Rule['level']): readonly Applied[] {
  const asked = rules.flatMap(rule => {
    const revision = rule.revisions.findLast(({ since }) => since <= minor)
    return revision && (rule.level === 'baseline' || level === 'restricted') ? [{ id: rule.id, ...revision }] : []
  })
  const replaced = new Set(asked.map(({ replaces }) => replaces))
  return asked.filter(({ id }) => !replaced.has(id)).map(({ id, check }) => ({ id, check }))
}
