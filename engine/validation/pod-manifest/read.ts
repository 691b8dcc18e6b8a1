import type { Finding } from '../../yaml/finding.ts'
import { limit } from '../../yaml/limits.ts'
import type { Path } from '../../yaml/range.ts'
import type { DecodeProblem } from '../kubernetes/decode.ts'
import { aggregate, type FieldError } from '../kubernetes/field-error.ts'
import { at } from '../kubernetes/field-path.ts'
import type { Manifest } from '../kubernetes/manifests.ts'
import { subdomainErrors } from '../kubernetes/names.ts'
import { metadataErrors } from '../kubernetes/object-meta.ts'
import type { DecodedPod } from '../pod/decoded.ts'
import { withLabelKeys } from '../pod/label-keys.ts'
import { podErrors } from '../pod/validate.ts'
import { podWarnings } from '../pod/warnings.ts'
import { finding, type PodCode } from './finding-codes.ts'
import { placedWarning } from './placed-warning.ts'
import { type PodObject, podsIn } from './pods-in.ts'
import { whatIs } from './what-is.ts'
import { type Workload, workloads } from './workloads.ts'

/**
 * What the API server (v1.35) says of the Pods of a file, and of the templates in its workloads: decoded strictly, completed,
 * validated, warned of. What a workload says beside its metadata and its template is not looked at, nor are other kinds of
 * objects. Never throws.
 *
 * @param isStatic the kubelet reads the file itself, and drops without a word what kubectl would have refused
 */
export function podManifestFindings(text: string, isStatic = false): readonly Finding[] {
  const findings = podsIn(text).flatMap(object => {
    if ('refused' in object) return object.findings
    return 'manifest' in object ? ofPod(object) : ofOther(object)
  })
  const lenient: readonly string[] = ['pod-unknown-field', 'pod-duplicate-key']
  const told = findings.map(
    (it): Finding => (isStatic && lenient.includes(it.code) ? { ...it, severity: 'warning' } : it),
  )
  return told.slice(0, limit.findings)
}

function ofOther({ apiVersion, kind, rangeOf }: Manifest): readonly Finding[] {
  const missing = [...(apiVersion === '' ? ['apiVersion not set'] : []), ...(kind === '' ? ['kind not set'] : [])]
  if (missing.length > 0) {
    const words = `error validating data: ${aggregate(missing)}`
    return [finding('pod-no-kind', [], rangeOf([]), words)]
  }
  const singular = kind.toLowerCase().replace(/s$/, '')
  const near = workloads.find(it => it.kind.toLowerCase() === singular)
  if (!near) return []
  const field = near.kind === kind ? 'apiVersion' : 'kind'
  const words = `no matches for kind "${kind}" in version "${apiVersion}"`
  return [finding('pod-unknown-kind', [field], rangeOf([field]), words)]
}

const codes: Readonly<Record<DecodeProblem['code'], PodCode>> = {
  'wrong-type': 'pod-wrong-type',
  'bad-value': 'pod-bad-value',
  'unknown-field': 'pod-unknown-field',
  'duplicate-field': 'pod-duplicate-key',
}

function ofPod({ manifest, workload, decoded, pod, warnings }: PodObject): readonly Finding[] {
  const { root } = workload
  const { wrong, strict, value } = decoded
  const isLookedAt = ({ path }: DecodeProblem) =>
    path[0] === 'metadata' || root.every((step, index) => path[index] === step)
  const problems = [...wrong, ...strict.filter(isLookedAt)].map(({ code, path, range, message }) =>
    finding(codes[code], path, manifest.inFile(range), message),
  )
  const twice = manifest.duplicates.map(({ path, range, line, shown }) =>
    finding('pod-duplicate-key', path, manifest.inFile(range), `line ${line}: key ${shown} already set in map`),
  )
  const undecodable = [...twice, ...problems]
  if (undecodable.length > 0) return undecodable
  const own =
    root.length === 0
      ? []
      : metadataErrors({ ...value.metadata, namespace: value.metadata.namespace || 'default' }, at('metadata'), {
          isNamespaced: true,
          nameErrors: subdomainErrors,
        })
  const said = (code: PodCode, path: Path, message: string) => finding(code, path, manifest.rangeOf(path), message)
  const ofWorkload = own.map(({ path, message }) => said('pod-metadata', path, message))
  if (!pod) return ofWorkload
  const errors = [...errorsOf(pod, workload), ...classErrors(pod)].map(({ path, message }) => {
    const code = path[1] === 'runtimeClassName' ? 'pod-runtime-class' : whatIs(path)
    return said(code, [...root, ...path], `${prefixOf(root)}${message}`)
  })
  if (errors.length > 0 || ofWorkload.length > 0) return [...ofWorkload, ...errors]
  return [...warnings, ...podWarnings(pod)].map(words => {
    const { path, message } = placedWarning(words, prefixOf(root))
    return said('pod-api-warning', [...root, ...path], message)
  })
}

/** As Kubernetes prints it in front of the fields of a template: `spec.template.`. */
function prefixOf(root: Path): string {
  return root.map(step => `${step}.`).join('')
}

type Wrong = Pick<FieldError, 'path' | 'message'>

function errorsOf(pod: DecodedPod, { root, restarts }: Workload): readonly Wrong[] {
  const errors = podErrors(withLabelKeys(pod))
  if (root.length === 0) return errors
  const { restartPolicy } = pod.spec
  const path = ['spec', 'restartPolicy']
  const known = ['Always', 'OnFailure', 'Never'].includes(restartPolicy)
  const restart: readonly Wrong[] =
    restarts === 'always' && known && restartPolicy !== 'Always'
      ? [{ path, message: `spec.restartPolicy: Unsupported value: "${restartPolicy}": supported values: "Always"` }]
      : restarts === 'ends' && restartPolicy === 'Always'
        ? [{ path, message: 'spec.restartPolicy: Required value: valid values: "OnFailure", "Never"' }]
        : []
  const ofTemplate = errors.map(error =>
    error.path.length === 2 && error.path[1] === 'ephemeralContainers'
      ? { ...error, message: 'spec.ephemeralContainers: Forbidden: ephemeral containers not allowed in pod template' }
      : error,
  )
  return [...ofTemplate, ...restart]
}

/** The plugin that looks for the class says it before anybody validates. */
function classErrors({ spec }: DecodedPod): readonly Wrong[] {
  if (spec.runtimeClassName !== '') return []
  return [{ path: ['spec', 'runtimeClassName'], message: 'spec.runtimeClassName: resource name may not be empty' }]
}
