import { admitPod, type PodSecurityAnswer } from '#engine/validation/pod-security/admit.ts'
import { usualConfiguration } from '#engine/validation/pod-security/configuration.ts'
import { type Violated, violationsOf } from '#engine/validation/pod-security/evaluate.ts'
import { labelPrefix, modes, policyOf, shown, versionMust, versionOf } from '#engine/validation/pod-security/policy.ts'
import { readManifests as readPods } from '#engine/validation/runtime-class/read.ts'
import { plainValue } from '#engine/yaml/go/json-text.ts'
import type { Path } from '#engine/yaml/range.ts'
import type { Form, Lines, Open, Why } from '../playground.ts'
import { tallyPodSecurity } from '../tally/pod-security.ts'
import { readCluster } from './cluster.ts'
import { counted, nearest, placeIn, placeWords } from './place.ts'
import { type PodManifest, podIn } from './pod-in.ts'

/** Whether a Pod is let into its namespace, what a workload is told, and which lines break the levels. */
export const openPodSecurity: Open = text => {
  const { findings } = readPods(text)
  if (findings.some(({ severity }) => severity === 'error')) return { findings }
  const found = podIn(text)
  if (!found) {
    const problem = 'Write a Pod, or a workload that makes Pods, into the text.'
    return { findings, summary: 'There is no Pod in the text.', ask: () => problem }
  }
  const { manifest, resource, root, pod } = found
  const { kind, name } = manifest
  if (!pod) return { findings, summary: `The Pod of ${kind} ${name} cannot be read.` }
  const namespace = manifest.namespace || 'default'
  const labelled = readCluster(text).labelsOf.get(namespace)
  const linesOf = (violated: readonly Violated[]) => linesIn(text, found, violated)
  return {
    findings,
    summary: `Read ${kind} ${name}${labelled ? ` and ${counted(labelled.size, 'label')} of Namespace ${namespace}` : ''}.`,
    tally: () => tallyPodSecurity(pod, violated => writtenLines(text, found, placedBelow(root, violated))[0]),
    ask(form) {
      const labels = labelsOf(Object.fromEntries(labelled ?? []), form)
      if (typeof labels === 'string') return labels
      const { policy } = policyOf(labels)
      const said = admitPod(usualConfiguration, { resource, user: 'jane', namespace: { name: namespace, labels }, pod })
      // Nothing is enforced on a workload: what becomes of its Pods is asked when it makes them.
      const isPod = resource === 'pods'
      const later = isPod ? [] : violationsOf(policy.enforce, pod).map(it => placedBelow(root, it))
      const enforced = isPod ? said.violations.enforce : later
      const lit = linesOf(enforced)
      return {
        outcome: outcomeOf(said, later.length > 0),
        note: noteOf(said, manifest.name),
        by: `enforced level ${shown(policy.enforce)}${lit.length > 0 ? `, ${lit.map(placeWords).join(', ')}` : ''}`,
        lit,
        why: nearest([
          ...enforced.map((it): Why => ({ label: isPod ? 'Enforce' : 'Its Pods', says: words(it), state: 'decides' })),
          // Who is refused is not warned as well.
          ...(said.refused === undefined ? said.violations.warn : []).map(row('Warn')),
          ...said.violations.audit.map(row('Audit')),
          ...modes.map((mode): Why => ({ label: 'Level', says: `${mode}: ${shown(policy[mode])}`, state: 'off' })),
        ]),
      }
    },
  }
}

const words = ({ reason, detail }: Violated) => `${reason}: ${detail()}`
const row =
  (label: string) =>
  (it: Violated): Why => ({ label, says: words(it), state: 'passed' })

function outcomeOf({ refused }: PodSecurityAnswer, isRefusedLater: boolean): string {
  if (refused !== undefined) return 'refused'
  return isRefusedLater ? 'admitted, its Pods refused' : 'admitted'
}

function noteOf({ refused, warnings }: PodSecurityAnswer, name: string): string {
  if (refused !== undefined) return `pods "${name}" is forbidden: ${refused}`
  return warnings[0] === undefined ? 'Without a warning.' : `Warning: ${warnings[0]}`
}

function placedBelow(root: Path, violated: Violated): Violated {
  return root.length === 0 ? violated : { ...violated, paths: () => violated.paths().map(path => [...root, ...path]) }
}

/** The fields of the form by mode: level and version. */
const asked = { enforce: 'version', warn: 'warnVersion', audit: 'auditVersion' } as const

function labelsOf(own: Readonly<Record<string, string>>, form: Form): Readonly<Record<string, string>> | string {
  const labels: Record<string, string> = { ...own }
  for (const mode of modes) {
    const [level = 'as labelled', version = ''] = [form[mode], form[asked[mode]]?.trim()]
    if (version !== '' && versionOf(version) === undefined) return `Write another version: it ${versionMust}.`
    if (level !== 'as labelled') labels[`${labelPrefix}${mode}`] = level
    if (version !== '') labels[`${labelPrefix}${mode}-version`] = version
  }
  return labels
}

/** The lines of the fields that break a level. Of what a missing field is missing from, the first line alone. */
function linesIn(text: string, { manifest }: PodManifest, violated: readonly Violated[]): readonly Lines[] {
  const root = plainValue(manifest.node)
  const places = violated.flatMap(it =>
    it.paths().map((path): Lines => {
      const lines = placeIn(text, manifest.rangeOf(path))
      return isThere(root, path) ? lines : [lines[0], lines[0]]
    }),
  )
  const known = new Map(places.map(it => [it.join(), it]))
  return [...known.values()].toSorted((a, b) => a[0] - b[0])
}

/** The lines of fields that stand there, and break a level. */
function writtenLines(text: string, { manifest }: PodManifest, violated: Violated): readonly Lines[] {
  const root = plainValue(manifest.node)
  return violated.paths().flatMap(path => (isThere(root, path) ? [placeIn(text, manifest.rangeOf(path))] : []))
}

function isThere(root: unknown, path: Path): boolean {
  let value = root
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false
    value = Reflect.get(value, step)
  }
  return true
}
