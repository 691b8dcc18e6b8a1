import { every, type FieldError, forbidden, inJson, invalid, notSupported } from '../kubernetes/field-error.ts'
import { at, child, printedAs } from '../kubernetes/field-path.ts'
import { labelErrors, subdomainErrors } from '../kubernetes/names.ts'
import { labelsErrors, metadataErrors } from '../kubernetes/object-meta.ts'
import { overheadErrors } from '../runtime-class/resources.ts'
import { tolerationErrors } from '../runtime-class/toleration.ts'
import type { DecodedPod, DecodedSpec } from './decoded.ts'
import { affinityErrors } from './validate-affinity.ts'
import { annotationErrors, mirror, mismatchErrors } from './validate-annotations.ts'
import { containersErrors, hostNetworkErrors, initContainersErrors, paddedErrors } from './validate-container.ts'
import { podContextErrors } from './validate-context.ts'
import { dnsErrors, hostAliasErrors } from './validate-dns.ts'
import { fileKeyErrors } from './validate-env.ts'
import { ephemeralErrors } from './validate-ephemeral.ts'
import { claimErrors, gateErrors, hostnameErrors } from './validate-names.ts'
import { ownerErrors } from './validate-owners.ts'
import { podResourceErrors } from './validate-pod-resources.ts'
import { spreadErrors } from './validate-spread.ts'
import { hostUsersErrors } from './validate-users.ts'
import { volumesErrors } from './validate-volumes.ts'
import { hostProcessErrors, systemErrors } from './validate-windows.ts'

/** What the API server’s validation (v1.35) says of a Pod that is to be made, in its order. */
export function podErrors(pod: DecodedPod): readonly FieldError[] {
  const { metadata, spec } = pod
  const errors = [
    ...metadataErrors(metadata, at('metadata'), { isNamespaced: true, nameErrors: subdomainErrors }),
    ...ownerErrors(metadata, at('metadata')),
    ...annotationErrors(pod, at('metadata', 'annotations')),
    ...specErrors(pod),
    ...(['containers', 'initContainers'] as const).flatMap(list =>
      spec[list].flatMap((container, index) => paddedErrors(container, at('spec', list, index))),
    ),
  ]
  if (spec.ephemeralContainers.length > 0)
    errors.push(forbidden(at('spec', 'ephemeralContainers'), 'cannot be set on create'))
  if (spec.nodeName !== '' && spec.schedulingGates.length > 0)
    errors.push(forbidden(at('spec', 'nodeName'), 'cannot be set until all schedulingGates have been cleared'))
  return [...errors, ...mismatchErrors(pod, at('spec'))]
}

/** Printed as a place without a name. */
const nowhere = printedAs(at('spec', 'resourceClaims'), '[]')

function specErrors({ metadata, spec }: DecodedPod): readonly FieldError[] {
  const here = at('spec')
  const { errors: ofVolumes, good: volumes } = volumesErrors(spec.volumes, child(here, 'volumes'))
  const around = { spec, volumes }
  return [
    ...ofVolumes,
    ...(metadata.annotations.has(mirror)
      ? spec.resourceClaims.map(() => forbidden(nowhere, 'static pods do not support resource claims'))
      : claimErrors(spec.resourceClaims, child(here, 'resourceClaims'))),
    ...containersErrors(around, child(here, 'containers')),
    ...initContainersErrors(around, child(here, 'initContainers')),
    ...ephemeralErrors(around, child(here, 'ephemeralContainers')),
    ...(spec.resources ? podResourceErrors(spec, child(here, 'resources')) : []),
    ...hostNetworkErrors(spec, child(here, 'containers')),
    ...chosen(spec, 'restartPolicy', ['Always', 'OnFailure', 'Never']),
    ...chosen(spec, 'dnsPolicy', ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None']),
    ...labelsErrors(spec.nodeSelector, child(here, 'nodeSelector')),
    ...podContextErrors(spec, child(here, 'securityContext')),
    ...affinityErrors(spec.affinity, child(here, 'affinity')),
    ...dnsErrors(spec, child(here, 'dnsConfig')),
    ...gateErrors(spec, here),
    ...spreadErrors(spec.topologySpreadConstraints, child(here, 'topologySpreadConstraints')),
    ...hostProcessErrors(spec, here),
    ...hostUsersErrors(spec, here),
    ...hostnameErrors(spec, here),
    ...named(spec, 'serviceAccountName', subdomainErrors),
    ...named(spec, 'nodeName', subdomainErrors),
    ...deadlineErrors(spec),
    ...named(spec, 'hostname', labelErrors),
    ...named(spec, 'subdomain', labelErrors),
    ...tolerationErrors(spec.tolerations, child(here, 'tolerations')),
    ...hostAliasErrors(spec.hostAliases, child(here, 'hostAliases')),
    ...(spec.overhead ? overheadErrors(spec.overhead, child(here, 'overhead')) : []),
    ...systemErrors(spec, here),
    ...fileKeyErrors(spec, here),
  ]
}

function chosen(spec: DecodedSpec, field: 'restartPolicy' | 'dnsPolicy', supported: readonly string[]) {
  const value = spec[field]
  return supported.includes(value) ? [] : [notSupported(at('spec', field), inJson(value), supported)]
}

type Name = 'serviceAccountName' | 'nodeName' | 'hostname' | 'subdomain'

function named(spec: DecodedSpec, field: Name, errorsOf: (name: string) => readonly string[]) {
  const name = spec[field]
  return name === '' ? [] : every(at('spec', field), name, errorsOf(name))
}

function deadlineErrors({ activeDeadlineSeconds: seconds }: DecodedSpec): readonly FieldError[] {
  if (seconds === undefined || (seconds >= 1n && seconds <= 2147483647n)) return []
  return [invalid(at('spec', 'activeDeadlineSeconds'), seconds, 'must be between 1 and 2147483647, inclusive')]
}
