import { type FieldError, forbidden, inJson, invalid, notSupported, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import type { DecodedContext, DecodedSpec } from './decoded.ts'

const odd = String.raw`"/\:;|=,+*?<>@[]`

/** What validation says of settings that only Windows knows. */
export function windowsErrors(options: DecodedContext['windowsOptions'], at: FieldPath): readonly FieldError[] {
  if (!options) return []
  const { gmsaCredentialSpec: spec, runAsUserName: name } = options
  const errors: FieldError[] = []
  if (spec === '')
    errors.push(invalid(child(at, 'gmsaCredentialSpec'), spec, 'gmsaCredentialSpec cannot be an empty string'))
  if (name === undefined) return errors
  const bad = (why: string) => errors.push(invalid(child(at, 'runAsUserName'), name, `runAsUserName${why}`))
  const parts = name.split('\\')
  const user = parts.at(-1) ?? ''
  if (name === '') bad(' cannot be an empty string')
  else if (parts.length > 2) bad(' cannot contain more than one backslash')
  else if ([...user].some(sign => odd.includes(sign))) bad(`'s User cannot contain the following characters: ${odd}`)
  return errors
}

/** What validation says of a Pod for another operating system than Linux. */
export function systemErrors(spec: DecodedSpec, at: FieldPath): readonly FieldError[] {
  const { os } = spec
  if (!os) return []
  const here = child(at, 'os', 'name')
  if (os.name === '') return [required(here)]
  if (os.name === 'linux') return linuxErrors(spec, at)
  if (os.name !== 'windows') return [notSupported(here, inJson(os.name), ['linux', 'windows'])]
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
  for (const list of ['containers', 'initContainers'] as const)
    for (const [index, { securityContext }] of spec[list].entries())
      for (const field of ofContainer)
        forbid(securityContext?.[field] !== undefined, child(at, list, index, 'securityContext', field))
  return errors
}

const ofPod = ['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'fsGroup', 'fsGroupChangePolicy'] as const
const ofContainer = [
  ...(['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'capabilities', 'readOnlyRootFilesystem'] as const),
  ...(['privileged', 'allowPrivilegeEscalation', 'procMount', 'runAsUser', 'runAsGroup'] as const),
]

function linuxErrors(spec: DecodedSpec, at: FieldPath): readonly FieldError[] {
  const words = 'windows options cannot be set for a linux pod'
  const lists = ['containers', 'initContainers'] as const
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

/** Containers that are processes of a Windows node are in its network. */
export function hostProcessErrors(spec: DecodedSpec, at: FieldPath): readonly FieldError[] {
  const contexts = [spec.securityContext, ...[...spec.initContainers, ...spec.containers].map(it => it.securityContext)]
  if (spec.hostNetwork || !contexts.some(it => it?.windowsOptions?.hostProcess === true)) return []
  const words = 'hostNetwork must be true if pod contains any hostProcess containers'
  return [invalid(child(at, 'hostNetwork'), false, words)]
}
