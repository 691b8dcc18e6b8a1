import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import { readBool } from '../go-number.ts'
import { fails, type Outcome, type Problem } from '../judged.ts'
import type { Options } from '../options.ts'

const flag = 'runtime-config'
const sweeping = ['api/all', 'api/ga', 'api/beta', 'api/alpha']
/** Group → versions that Kubernetes 1.35 has registered, served or not. */
const groups: ReadonlyMap<string, readonly string[]> = new Map(
  `
  =v1
  admission.k8s.io=v1,v1beta1
  admissionregistration.k8s.io=v1,v1alpha1,v1beta1
  apiextensions.k8s.io=v1,v1beta1
  apiregistration.k8s.io=v1,v1beta1
  apps=v1,v1beta1,v1beta2
  authentication.k8s.io=v1,v1alpha1,v1beta1
  authorization.k8s.io=v1,v1beta1
  autoscaling=v1,v2,v2beta1,v2beta2
  batch=v1,v1beta1
  certificates.k8s.io=v1,v1alpha1,v1beta1
  coordination.k8s.io=v1,v1alpha2,v1beta1
  discovery.k8s.io=v1,v1beta1
  events.k8s.io=v1,v1beta1
  extensions=v1beta1
  flowcontrol.apiserver.k8s.io=v1,v1beta1,v1beta2,v1beta3
  imagepolicy.k8s.io=v1alpha1
  internal.apiserver.k8s.io=v1alpha1
  networking.k8s.io=v1,v1beta1
  node.k8s.io=v1,v1alpha1,v1beta1
  policy=v1,v1beta1
  rbac.authorization.k8s.io=v1,v1alpha1,v1beta1
  resource.k8s.io=v1,v1alpha3,v1beta1,v1beta2
  scheduling.k8s.io=v1,v1alpha1,v1beta1
  storage.k8s.io=v1,v1alpha1,v1beta1
  storagemigration.k8s.io=v1beta1`
    .trim()
    .split(/\s*\n\s*/)
    .map(line => {
      const [group = '', versions = ''] = line.split('=')
      return [group, versions.split(',')] as const
    }),
)

/** Which APIs are served: older ways to name the first group are brought into one. */
function served(options: Options): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const [key, value] of options.map(flag)) {
    if (/^(api\/)?v1(\/|$)/.test(key)) map.set('/v1', value)
    else if (key !== 'api/legacy') map.set(key, value)
  }
  return map
}

export function runtimeConfigProblems(options: Options): readonly Problem[] {
  const asked = served(options)
  if (asked.get('api/all') === 'false' && asked.size === 1)
    return [{ words: 'invalid key with only api/all=false', flag }]
  const unknown: string[] = []
  for (const key of asked.keys()) {
    if (sweeping.includes(key)) continue
    const parts = key.split('/')
    if (parts.length !== 2 && parts.length !== 3) return [{ words: `${flag} invalid key ${key}`, flag }]
    const group = parts[0] ?? ''
    if (!groups.has(group)) unknown.push(group)
  }
  return unknown.length > 0 ? [{ words: `unknown api groups ${unknown.join(',')}`, flag }] : []
}

/** The API that says whose requests come first cannot be off while it is in use. */
export function priorityProblems(options: Options): readonly Problem[] {
  if (!options.bool('enable-priority-and-fairness')) return []
  const asked = [...served(options)]
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(',')
  for (const api of ['flowcontrol.apiserver.k8s.io/v1', 'api/ga', 'api/all']) {
    if (asked.includes(`${api}=false`))
      return [{ words: `--${flag}=${api}=false conflicts with --enable-priority-and-fairness=true`, flag }]
    if (asked.includes(`${api}=true`)) return []
  }
  return []
}

/** Versions and values, which are looked at when the APIs are put together. */
export function runtimeConfig(options: Options): Outcome {
  const asked = served(options)
  for (const key of sweeping) {
    const value = asked.get(key)
    if (value !== undefined && value !== 'true' && value !== 'false')
      return fails(`invalid value ${key}=${value}`, flag)
  }
  for (const [key, value] of asked) {
    if (sweeping.includes(key)) continue
    const [group = '', version = '', resource] = key.split('/')
    if (!groups.get(group)?.includes(version)) {
      const shown = group === '' ? version : `${group}/${version}`
      return fails(`group version ${shown} that has not been registered`, flag)
    }
    const read = value === '' ? undefined : readBool(value)
    if (read && 'error' in read) return fails(`invalid value of ${key}: ${value}, err: ${read.error}`, flag)
    if (resource !== undefined && resource !== resource.toLowerCase())
      return fails(
        `invalid key ${key}: group/version/resource and resource is always lowercase plural, not ${goQuoted(resource)}`,
        flag,
      )
  }
  return undefined
}
