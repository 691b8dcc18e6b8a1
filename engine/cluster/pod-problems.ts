import type { Path } from '../yaml/range.ts'
import type { Container, SeccompField, StaticPod, Volume } from './static-pod.ts'

interface Problem {
  readonly words: string
  readonly path: Path
}

const hostPathTypes = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
]
const seccompTypes = ['Localhost', 'RuntimeDefault', 'Unconfined']

/**
 * What Kubernetes' pod validation says of the fields that we read, in its words and order: volumes, containers, then the
 * pod's security context; at last what a static pod may not refer to. An empty list does not mean that all fields are fine.
 */
export function podProblems(pod: StaticPod, serviceAccount: string): readonly Problem[] {
  const problems = [
    ...pod.volumes.flatMap((volume, index) => volumeProblems(pod, volume, index)),
    ...(pod.containers.length === 0 ? [problem(['spec', 'containers'], 'Required value')] : []),
    ...pod.containers.flatMap(container => containerProblems(pod, container)),
    ...seccompProblems(pod.seccomp),
  ]
  if (problems.length > 0) return problems
  return [
    ...(serviceAccount === '' ? [] : [apiObject('serviceaccounts', ['spec', 'serviceAccountName'])]),
    ...pod.volumes.flatMap(({ sources, at }) => [
      ...(sources.includes('secret') ? [apiObject('secrets (via secret volumes)', at)] : []),
      ...(sources.includes('configMap') ? [apiObject('configmaps (via configmap volumes)', at)] : []),
      ...(sources.includes('persistentVolumeClaim') ? [apiObject('persistentvolumeclaims', at)] : []),
    ]),
  ]
}

function volumeProblems(pod: StaticPod, volume: Volume, index: number): readonly Problem[] {
  const { name, hostPath, at } = volume
  const found: Problem[] = []
  if (name === '') found.push(problem([...at, 'name'], 'Required value'))
  else if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name)) found.push(problem([...at, 'name'], invalid(name, label)))
  else if (pod.volumes.findIndex(other => other.name === name) < index)
    found.push(problem([...at, 'name'], `Duplicate value: ${quoted(name)}`))
  if (!hostPath) return found
  const path = [...at, 'hostPath', 'path']
  if (hostPath.path === '') found.push(problem(path, 'Required value'))
  else if (hostPath.path.split('/').includes('..'))
    found.push(problem(path, invalid(hostPath.path, "must not contain '..'")))
  if (!hostPathTypes.includes(hostPath.type))
    found.push(problem([...at, 'hostPath', 'type'], unsupported(hostPath.type, hostPathTypes)))
  return found
}

function containerProblems(pod: StaticPod, container: Container): readonly Problem[] {
  const { name, image, at } = container
  const found: Problem[] = []
  if (name === '') found.push(problem([...at, 'name'], 'Required value'))
  else if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name)) found.push(problem([...at, 'name'], invalid(name, label)))
  if (image === '') found.push(problem([...at, 'image'], 'Required value'))
  const paths = new Set<string>()
  for (const mount of container.mounts) {
    if (mount.volume === '') found.push(problem([...mount.at, 'name'], 'Required value'))
    else if (!pod.volumes.some(volume => volume.name === mount.volume))
      found.push(problem([...mount.at, 'name'], `Not found: ${quoted(mount.volume)}`))
    if (mount.path === '') found.push(problem([...mount.at, 'mountPath'], 'Required value'))
    else if (paths.has(mount.path))
      found.push(problem([...mount.at, 'mountPath'], invalid(mount.path, 'must be unique')))
    paths.add(mount.path)
  }
  return [...found, ...seccompProblems(container.seccomp)]
}

function seccompProblems(seccomp: SeccompField | undefined): readonly Problem[] {
  if (!seccomp) return []
  const { type, localhostProfile, at } = seccomp
  const profile = [...at, 'localhostProfile']
  if (type === '') return [problem([...at, 'type'], 'Required value: type is required when seccompProfile is set')]
  if (!seccompTypes.includes(type)) return [problem([...at, 'type'], unsupported(type, seccompTypes))]
  if (type !== 'Localhost') {
    if (localhostProfile === undefined) return []
    const value = `{"Type":${quoted(type)},"LocalhostProfile":${quoted(localhostProfile)}}`
    return [problem(profile, `Invalid value: ${value}: can only be set when seccomp type is Localhost`)]
  }
  if (localhostProfile === undefined)
    return [problem(profile, 'Required value: must be set when seccomp type is Localhost')]
  if (localhostProfile.startsWith('/')) return [problem(profile, invalid(localhostProfile, 'must be a relative path'))]
  if (localhostProfile.split('/').includes('..'))
    return [problem(profile, invalid(localhostProfile, "must not contain '..'"))]
  return []
}

const label =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"

function problem(path: Path, words: string): Problem {
  const field = path.reduce<string>(
    (done, part) => (typeof part === 'number' ? `${done}[${part}]` : done ? `${done}.${part}` : part),
    '',
  )
  return { words: `${field}: ${words}`, path }
}

const apiObject = (what: string, path: Path): Problem => ({ words: `static pods may not reference ${what}`, path })
const invalid = (value: string, why: string) => `Invalid value: ${quoted(value)}: ${why}`
const unsupported = (value: string, supported: readonly string[]) =>
  `Unsupported value: ${quoted(value)}: supported values: ${supported.map(quoted).join(', ')}`
const quoted = (text: string) => JSON.stringify(text)
