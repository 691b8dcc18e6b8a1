import {
  every,
  type FieldError,
  forbidden,
  inJson,
  invalid,
  notSupported,
  required,
} from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { subdomainErrors } from '../kubernetes/names.ts'
import type { DecodedContext, DecodedSpec } from './decoded.ts'

const odd = String.raw`"/\:;|=,+*?<>@[]`

/** What validation says of settings that only Windows knows. */
export function windowsErrors(options: DecodedContext['windowsOptions'], at: FieldPath): readonly FieldError[] {
  if (!options) return []
  const { gmsaCredentialSpecName: specName, gmsaCredentialSpec: spec, runAsUserName: name } = options
  const errors: FieldError[] = []
  if (specName !== undefined)
    errors.push(...every(child(at, 'gmsaCredentialSpecName'), inJson(specName), subdomainErrors(specName)))
  const ofSpec = child(at, 'gmsaCredentialSpec')
  if (spec === '') errors.push(invalid(ofSpec, spec, 'gmsaCredentialSpec cannot be an empty string'))
  else if (spec !== undefined && new TextEncoder().encode(spec).length > 65536)
    errors.push(invalid(ofSpec, inJson(spec), 'gmsaCredentialSpec size must be under 64 KiB'))
  if (name !== undefined) errors.push(...every(child(at, 'runAsUserName'), inJson(name), userNameErrors(name)))
  return errors
}

const netBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/
const domainName = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/

/** A user, alone or behind a domain and a backslash. */
function userNameErrors(name: string): readonly string[] {
  const parts = name.split('\\')
  const [user = '', domain] = parts.toReversed()
  if (name === '') return ['runAsUserName cannot be an empty string']
  if ([...name].some(sign => sign < ' ' || sign === '\u007f'))
    return ['runAsUserName cannot contain control characters']
  if (parts.length > 2) return ['runAsUserName cannot contain more than one backslash']
  const errors: string[] = []
  if (domain !== undefined && domain.length >= 256)
    errors.push("runAsUserName's Domain length must be under 256 characters")
  if (domain !== undefined && !netBios.test(domain) && !domainName.test(domain))
    errors.push("runAsUserName's Domain doesn't match the NetBios nor the DNS format")
  if (user === '') errors.push("runAsUserName's User cannot be empty")
  else if (user.length > 104) errors.push("runAsUserName's User length must not be longer than 104 characters")
  if (/^[. ]+$/.test(user)) errors.push("runAsUserName's User cannot contain only periods or spaces")
  if ([...user].some(sign => odd.includes(sign)))
    errors.push(`runAsUserName's User cannot contain the following characters: ${odd}`)
  return errors
}

/** What validation says of a Pod for another operating system than Linux. */
export function systemErrors(spec: DecodedSpec, at: FieldPath): readonly FieldError[] {
  const { os } = spec
  if (!os) return []
  const here = child(at, 'os', 'name')
  if (os.name === '') return [required(here)]
  if (os.name === 'linux') return linuxErrors(spec, at)
  if (os.name !== 'windows') return [notSupported(child(at, 'os'), inJson(os.name), ['linux', 'windows'])]
  const errors: FieldError[] = []
  const forbid = (isSet: boolean, place: FieldPath) => {
    if (isSet) errors.push(forbidden(place, 'cannot be set for a windows pod'))
  }
  const common = spec.securityContext
  const own = child(at, 'securityContext')
  forbid(spec.hostPID, child(at, 'hostPID'))
  forbid(spec.hostIPC, child(at, 'hostIPC'))
  forbid(spec.hostUsers !== undefined, child(at, 'hostUsers'))
  for (const field of ofPod) forbid(common?.[field] !== undefined, child(own, field))
  forbid((common?.sysctls.length ?? 0) > 0, child(own, 'sysctls'))
  forbid(spec.shareProcessNamespace !== undefined, child(at, 'shareProcessNamespace'))
  for (const field of ['runAsUser', 'runAsGroup', 'supplementalGroupsPolicy'] as const)
    forbid(common?.[field] !== undefined, child(own, field))
  forbid((common?.supplementalGroups.length ?? 0) > 0, child(own, 'supplementalGroups'))
  for (const list of lists)
    for (const [index, { securityContext }] of spec[list].entries())
      for (const field of ofContainer)
        forbid(securityContext?.[field] !== undefined, child(at, list, index, 'securityContext', field))
  return errors
}

const lists = ['initContainers', 'containers', 'ephemeralContainers'] as const
const ofPod = ['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'fsGroup', 'fsGroupChangePolicy'] as const
const ofContainer = [
  ...(['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'capabilities', 'readOnlyRootFilesystem'] as const),
  ...(['privileged', 'allowPrivilegeEscalation', 'procMount', 'runAsUser', 'runAsGroup'] as const),
]

function linuxErrors(spec: DecodedSpec, at: FieldPath): readonly FieldError[] {
  const words = 'windows options cannot be set for a linux pod'
  return [
    ...(spec.securityContext?.windowsOptions ? [forbidden(child(at, 'securityContext', 'windowsOptions'), words)] : []),
    ...lists.flatMap(list =>
      spec[list].flatMap(({ securityContext }, index) =>
        securityContext?.windowsOptions
          ? [forbidden(child(at, list, index, 'securityContext', 'windowsOptions'), words)]
          : [],
      ),
    ),
  ]
}

/** Containers that are processes of a Windows node are in its network, and all of a Pod’s are so. */
export function hostProcessErrors(spec: DecodedSpec, at: FieldPath): readonly FieldError[] {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess
  const containers = lists.flatMap(list =>
    spec[list].map(({ securityContext }, index) => ({
      own: securityContext?.windowsOptions?.hostProcess,
      place: child(at, list, index, 'securityContext', 'windowsOptions', 'hostProcess'),
    })),
  )
  const must = `pod hostProcess value must be identical if both are specified, was ${ofPod}`
  const differing = containers.flatMap(({ own, place }) =>
    ofPod !== undefined && own !== undefined && own !== ofPod ? [invalid(place, own, must)] : [],
  )
  const isOne = ({ own }: (typeof containers)[number]) => own ?? ofPod === true
  if (!containers.some(isOne)) return differing
  const all = 'If pod contains any hostProcess containers then all containers must be HostProcess containers'
  const words = 'hostNetwork must be true if pod contains any hostProcess containers'
  return [
    ...differing,
    ...(containers.every(isOne) ? [] : [invalid(at, '', all)]),
    ...(spec.hostNetwork ? [] : [invalid(child(at, 'hostNetwork'), false, words)]),
  ]
}
