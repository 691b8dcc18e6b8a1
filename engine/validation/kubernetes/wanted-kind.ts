import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { JsonNode } from '../../yaml/go/json.ts'

/** A kind of objects; `otherVersions` of its group have it too. */
export interface WantedKind {
  readonly apiVersion: string
  readonly kind: string
  readonly otherVersions?: readonly string[]
  /** Its type inside the API server, as Go prints it: `core.Pod`. */
  readonly internal?: string
}

/** Why the API server cannot take a body for this kind of object, from its apiVersion and kind alone. */
export function otherKind(body: JsonNode, text: string, wanted: WantedKind): string | undefined {
  if (body.kind === 'null') return undefined
  const unrecognized = (why: string) =>
    unrecognizedBody(wanted.kind, `couldn't get version/kind; json parse error: json: cannot unmarshal ${why}`, text)
  if (body.kind !== 'object') return unrecognized(`${body.kind} into Go value of type ${typeStruct}`)
  const said = { apiVersion: '', kind: '' }
  for (const { key, value } of body.members) {
    // What comes to look for the kind takes letters of any size.
    const field = fields.find(it => it.toLowerCase() === key.toLowerCase())
    if (field === undefined || value.kind === 'null') continue
    if (value.kind !== 'string') return unrecognized(`${value.kind} into Go struct field .${field} of type string`)
    said[field] = value.value
  }
  const [group] = wanted.apiVersion.split('/')
  const given = said.apiVersion || wanted.apiVersion
  const kind = said.kind || wanted.kind
  if (given.split('/').length > 2)
    return unrecognizedBody(wanted.kind, `unexpected GroupVersion string: ${given}`, text)
  // A group alone has the version of the URL, and a version alone has no group.
  const isGroup = given === '/' || (wanted.apiVersion.includes('/') && given === `${group}/`)
  const apiVersion = isGroup ? wanted.apiVersion : given.replace(/^\//, '')
  if (apiVersion === wanted.apiVersion && kind === wanted.kind) return undefined
  if (apiVersion.endsWith('/'))
    return `${kind} in version "" cannot be handled as a ${wanted.kind}: Object 'apiVersion' is missing in '${text}'`
  if (kind === wanted.kind && wanted.otherVersions?.some(version => apiVersion === `${group}/${version}`))
    return `the API version in the data (${apiVersion}) does not match the expected API version (${wanted.apiVersion})`
  const version = goQuoted(apiVersion.split('/').at(-1) ?? '')
  if (wanted.internal !== undefined && served[apiVersion]?.includes(kind)) {
    const conversion = `converting (${apiVersion.split('/').at(-1)}.${kind}) to (${wanted.internal}): unknown conversion`
    return `${kind} in version ${version} cannot be handled as a ${wanted.kind}: ${conversion}`
  }
  const none = `no kind ${goQuoted(kind)} is registered for version ${goQuoted(apiVersion)} in scheme "pkg/runtime/scheme.go:111"`
  return `${kind} in version ${version} cannot be handled as a ${wanted.kind}: ${none}`
}

/** What is said of a body whose kind cannot be read. Its beginning is quoted, in hexadecimal where it is no JSON. */
export function unrecognizedBody(kind: string, why: string, body: string): string {
  const bytes = new TextEncoder().encode(body)
  const [first, more] = [bytes.slice(0, shownAtMost), bytes.length > shownAtMost ? ' ...' : '']
  const digits = () => [...first].map(byte => byte.toString(16).padStart(2, '0')).join('')
  const shown = body.startsWith('{') ? new TextDecoder().decode(first) : digits()
  const quoted = body === '' ? 'empty' : `${shown}${more}`
  return `the object provided is unrecognized (must be of type ${kind}): ${why} (${quoted})`
}

/** The type that apiVersion and kind are read into, as Go prints it. */
const typeStruct = String.raw`struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" }`

/** Bytes of a body that an error quotes. */
const shownAtMost = 30

const fields = ['apiVersion', 'kind'] as const

/** Kinds that the server knows: what is sent to another kind’s place by mistake cannot be made one. */
const served: Readonly<Record<string, readonly string[]>> = {
  v1: [
    ...['Binding', 'ConfigMap', 'Endpoints', 'Event', 'LimitRange', 'List', 'Namespace', 'Node', 'PersistentVolume'],
    ...['PersistentVolumeClaim', 'Pod', 'PodList', 'PodTemplate', 'ReplicationController', 'ResourceQuota', 'Secret'],
    ...['Service', 'ServiceAccount'],
  ],
  'apps/v1': ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  'autoscaling/v1': ['HorizontalPodAutoscaler'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
  'batch/v1': ['CronJob', 'Job'],
  'networking.k8s.io/v1': ['Ingress', 'IngressClass', 'NetworkPolicy'],
  'node.k8s.io/v1': ['RuntimeClass'],
  'policy/v1': ['PodDisruptionBudget'],
  'rbac.authorization.k8s.io/v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'scheduling.k8s.io/v1': ['PriorityClass'],
  'storage.k8s.io/v1': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
}
