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
  const said: string[] = []
  for (const field of ['apiVersion', 'kind'] as const) {
    const value = body.members.findLast(({ key }) => key === field)?.value
    if (value && value.kind !== 'string' && value.kind !== 'null')
      return unrecognized(`${value.kind} into Go struct field .${field} of type string`)
    said.push((value?.kind === 'string' && value.value) || wanted[field])
  }
  const [group] = wanted.apiVersion.split('/')
  const [given, kind] = said
  // A group alone has the version of the URL.
  const apiVersion = given === '/' || given === `${group}/` ? wanted.apiVersion : given
  if (apiVersion === wanted.apiVersion && kind === wanted.kind) return undefined
  if ((apiVersion ?? '').split('/').length > 2)
    return unrecognizedBody(wanted.kind, `unexpected GroupVersion string: ${apiVersion}`, text)
  if (kind === wanted.kind && wanted.otherVersions?.some(version => apiVersion === `${group}/${version}`))
    return `the API version in the data (${apiVersion}) does not match the expected API version (${wanted.apiVersion})`
  const version = apiVersion?.split('/').at(-1)
  if (wanted.internal !== undefined && workloads[apiVersion ?? '']?.includes(kind ?? '')) {
    const conversion = `converting (${version}.${kind}) to (${wanted.internal}): unknown conversion`
    return `${kind} in version "${version}" cannot be handled as a ${wanted.kind}: ${conversion}`
  }
  const none = `no kind "${kind}" is registered for version "${apiVersion}" in scheme "pkg/runtime/scheme.go:111"`
  return `${kind} in version "${version}" cannot be handled as a ${wanted.kind}: ${none}`
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

/** Kinds that make Pods: what is sent to a Pod’s place by mistake is known, and cannot be made one. */
const workloads: Readonly<Record<string, readonly string[]>> = {
  v1: ['PodTemplate', 'ReplicationController'],
  'apps/v1': ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  'batch/v1': ['CronJob', 'Job'],
}
