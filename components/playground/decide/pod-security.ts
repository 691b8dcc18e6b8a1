import { podType } from '#engine/validation/kubernetes/core/pod-type.ts'
import { decode } from '#engine/validation/kubernetes/decode.ts'
import { type Manifest, readManifests } from '#engine/validation/kubernetes/manifests.ts'
import type { Pod } from '#engine/validation/pod/pod.ts'
import { admitPod } from '#engine/validation/pod-security/admit.ts'
import { usualConfiguration } from '#engine/validation/pod-security/configuration.ts'
import type { Violated } from '#engine/validation/pod-security/evaluate.ts'
import { labelPrefix, policyOf, shown, versionMust, versionOf } from '#engine/validation/pod-security/policy.ts'
import { readManifests as readPods } from '#engine/validation/runtime-class/read.ts'
import { plainValue } from '#engine/yaml/go/json-text.ts'
import type { Path } from '#engine/yaml/range.ts'
import type { Form, Lines, Open, Why } from '../playground.ts'
import { readCluster } from './cluster.ts'
import { counted, nearest, placeIn, placeWords } from './place.ts'

/** Whether a Pod is let into its namespace, and which of its lines break the level. */
export const openPodSecurity: Open = text => {
  const { findings } = readPods(text)
  if (findings.some(({ severity }) => severity === 'error')) return { findings }
  const manifest = firstPod(text)
  if (!manifest) return { findings, summary: 'There is no Pod in the text.', ask: () => 'Write a Pod into the text.' }
  const pod = podOf(manifest)
  if (!pod) return { findings, summary: 'The Pod cannot be read.' }
  const namespace = manifest.namespace || 'default'
  const labelled = readCluster(text).labelsOf.get(namespace)
  return {
    findings,
    summary: `Read Pod ${manifest.name}${labelled ? ` and ${counted(labelled.size, 'label')} of Namespace ${namespace}` : ''}.`,
    ask(form) {
      const labels = labelsOf(Object.fromEntries(labelled ?? []), form)
      if (typeof labels === 'string') return labels
      const { policy } = policyOf(labels)
      const asked = { resource: 'pods', user: 'jane', namespace: { name: namespace, labels }, pod }
      const { refused, warnings, violations } = admitPod(usualConfiguration, asked)
      const lit = linesOf(text, manifest, violations.enforce)
      return {
        outcome: refused === undefined ? 'admitted' : 'refused',
        note:
          refused === undefined
            ? (warnings[0] ?? 'Without a warning.')
            : `pods "${manifest.name}" is forbidden: ${refused}`,
        by: `enforced level ${shown(policy.enforce)}${lit.length > 0 ? `, ${lit.map(placeWords).join(', ')}` : ''}`,
        lit,
        why: nearest([
          ...violations.enforce.map((it): Why => ({ label: 'Enforce', says: words(it), state: 'decides' })),
          // Who is refused is not warned as well.
          ...(refused === undefined ? violations.warn : []).map(
            (it): Why => ({ label: 'Warn', says: words(it), state: 'passed' }),
          ),
          ...violations.audit.map((it): Why => ({ label: 'Audit', says: words(it), state: 'passed' })),
        ]),
      }
    },
  }
}

const words = ({ reason, detail }: Violated) => `${reason}: ${detail()}`

function firstPod(text: string): Manifest | undefined {
  for (const it of readManifests(text)) if (!('refused' in it) && it.kind === 'Pod' && it.apiVersion === 'v1') return it
  return undefined
}

/** The Pod as written, once its types are known to be right. What is null is as good as missing. */
function podOf({ node }: Manifest): Pod | undefined {
  const { error, value } = decode(podType, node)
  if (error || value.spec.containers.length === 0) return undefined
  const { metadata = {}, spec } = withoutNulls(plainValue(node)) as Pick<Pod, 'spec'> & Partial<Pod>
  return { metadata, spec }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(it => (it === null ? {} : withoutNulls(it)))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, it]) => it !== null)
  return Object.fromEntries(kept.map(([key, it]) => [key, withoutNulls(it)]))
}

function labelsOf(own: Readonly<Record<string, string>>, { enforce = 'as labelled', version = '' }: Form) {
  if (version.trim() !== '' && versionOf(version.trim()) === undefined)
    return `Write another version: it ${versionMust}.`
  return {
    ...own,
    ...(enforce !== 'as labelled' && { [`${labelPrefix}enforce`]: enforce }),
    ...(version.trim() !== '' && { [`${labelPrefix}enforce-version`]: version.trim() }),
  }
}

/** The lines of the fields that break the level. Of what a missing field is missing from, the first line alone. */
function linesOf(text: string, manifest: Manifest, violated: readonly Violated[]): readonly Lines[] {
  const places = violated.flatMap(it =>
    it.paths().map((path): Lines => {
      const lines = placeIn(text, manifest.rangeOf(path))
      return isThere(plainValue(manifest.node), path) ? lines : [lines[0], lines[0]]
    }),
  )
  const known = new Map(places.map(it => [it.join(), it]))
  return [...known.values()].toSorted((a, b) => a[0] - b[0])
}

function isThere(root: unknown, path: Path): boolean {
  let value = root
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false
    value = Reflect.get(value, step)
  }
  return true
}
