import { labelErrors } from '../kubernetes/names.ts'
import { readAddress, shownAddress } from '../network-policy/address.ts'
import type { DecodedContainer, DecodedPod, DecodedSpec } from './decoded.ts'
import { affinityWarnings, nodeLabelWarnings } from './placement-warnings.ts'
import { seccompOfContainer, seccompOfPod } from './validate-annotations.ts'
import { volumeWarnings } from './volume-warnings.ts'

/** What the API server (v1.35) says besides when it takes a Pod. */
export function podWarnings({ metadata, spec }: DecodedPod): readonly string[] {
  const { annotations, name } = metadata
  const odd = labelErrors(name)
  const named =
    "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended:"
  return [
    ...(odd.length > 0 ? [`${named} [${odd.join(', ')}]`] : []),
    ...nodeLabelWarnings(spec),
    ...(annotations.size > 0 ? oldAnnotationWarnings(annotations) : []),
    ...volumeWarnings(spec.volumes),
    ...aliasWarnings(spec),
    ...secretWarnings(spec),
    ...(spec.overhead ? amountWarnings(spec.overhead, 'spec.overhead') : []),
    ...(annotations.size > 0 ? podSeccompWarnings(annotations, spec) : []),
    ...containerWarnings(spec, annotations),
    ...portWarnings(spec),
    ...portNameWarnings(spec.containers),
    ...affinityWarnings(spec),
    ...addressWarnings(spec),
  ]
}

/** Addresses that other programs read otherwise. */
function addressWarnings({ dnsConfig, hostAliases }: DecodedSpec): readonly string[] {
  const places = [
    ...(dnsConfig?.nameservers ?? []).map((server, index) => [`dnsConfig.nameservers[${index}]`, server] as const),
    ...hostAliases.map(({ ip }, index) => [`hostAliases[${index}].ip`, ip] as const),
  ]
  return places.flatMap(([at, written]) => {
    const plain = written.replace(/(^|\.)0+(?=\d)/g, '$1')
    const address = readAddress(plain)
    if (!address) return []
    const shown = shownAddress(address)
    if (written.includes(':'))
      return shown === written
        ? []
        : [`spec.${at}: IPv6 address "${written}" should be in RFC 5952 canonical format ("${shown}")`]
    const future = 'will be considered invalid in a future Kubernetes release'
    return plain === written ? [] : [`spec.${at}: non-standard IP address "${written}" ${future}: use "${shown}"`]
  })
}

function secretWarnings({ imagePullSecrets }: DecodedSpec): readonly string[] {
  const again = imagePullSecrets.flatMap(({ name }, index) => {
    const isTwice = imagePullSecrets.findIndex(other => other.name === name) < index
    return isTwice ? [`spec.imagePullSecrets[${index}].name: duplicate name "${name}"`] : []
  })
  const empty = imagePullSecrets.flatMap(({ name }, index) =>
    name === '' ? [`spec.imagePullSecrets[${index}].name: invalid empty name ""`] : [],
  )
  return [...again, ...empty]
}

function aliasWarnings({ hostAliases }: DecodedSpec): readonly string[] {
  return hostAliases.flatMap(({ ip }, index) => {
    const again = hostAliases.findIndex(other => other.ip === ip) < index
    return again ? [`spec.hostAliases[${index}].ip: duplicate ip "${ip}"`] : []
  })
}

const formerly: readonly (readonly [key: string, since: string, field: string])[] = [
  ['scheduler.alpha.kubernetes.io/critical-pod', 'v1.16', 'priorityClassName'],
  ['security.alpha.kubernetes.io/sysctls', 'v1.11', 'sysctls'],
  ['security.alpha.kubernetes.io/unsafe-sysctls', 'v1.11', 'sysctls'],
]

const instead = (key: string, since: string, field: string) =>
  `metadata.annotations[${key}]: non-functional in ${since}+; use the "${field}" field instead`

type Annotations = ReadonlyMap<string, string>

/** Annotations that mean nothing any more. */
function oldAnnotationWarnings(annotations: Annotations): readonly string[] {
  return formerly.filter(([key]) => annotations.has(key)).map(each => instead(...each))
}

function podSeccompWarnings(annotations: Annotations, { securityContext }: DecodedSpec): readonly string[] {
  const isAsked = annotations.has(seccompOfPod) && !securityContext?.seccompProfile
  return isAsked ? [instead(seccompOfPod, 'v1.27', 'seccompProfile')] : []
}

function containerWarnings(spec: DecodedSpec, annotations: Annotations): readonly string[] {
  return (['initContainers', 'containers'] as const).flatMap(list =>
    spec[list].flatMap((container, index) => {
      const at = `spec.${list}[${index}]`
      const { name, resources, env, securityContext } = container
      const key = `${seccompOfContainer}${name}`
      const isAsked = annotations.size > 0 && annotations.has(key) && !securityContext?.seccompProfile
      return [
        ...(isAsked ? [instead(key, 'v1.27', 'seccompProfile')] : []),
        ...amountWarnings(resources.limits, `${at}.resources.limits`),
        ...amountWarnings(resources.requests, `${at}.resources.requests`),
        ...envWarnings(env, `${at}.env`),
      ]
    }),
  )
}

/** Less than a byte is nothing. */
function amountWarnings(amounts: DecodedContainer['resources']['limits'], at: string): readonly string[] {
  if (amounts.size === 0) return []
  return ['memory', 'ephemeral-storage'].flatMap(name => {
    const amount = amounts.get(name)
    if (!amount || amount.nano % 1_000_000_000n === 0n) return []
    return [`${at}[${name}]: fractional byte value "${amount.canonical}" is invalid, must be an integer`]
  })
}

/** A variable that stands twice is well where its new value goes on from the old one. */
function envWarnings(env: DecodedContainer['env'], at: string): readonly string[] {
  if (env.length < 2) return []
  const names = new Set<string>()
  return env.flatMap(({ name, value, valueFrom }, index) => {
    const isNew = !names.has(name)
    names.add(name)
    const old = `$(${name})`
    if (isNew || (!valueFrom && value !== old && value.includes(old))) return []
    return [`${at}[${index}]: hides previous definition of "${name}", which may be dropped when using apply`]
  })
}

/** Ports of all containers that get into each other’s way. */
function portWarnings(spec: DecodedSpec): readonly string[] {
  const known = new Map<string, { readonly place: string; readonly hostPort: number; readonly hostIP: string }[]>()
  const lists = ['initContainers', 'containers'] as const
  return lists.flatMap(list =>
    spec[list].flatMap(({ ports }, container) =>
      ports.flatMap(({ name, hostPort, containerPort, protocol, hostIP }, index) => {
        const place = `spec.${list}[${container}].ports[${index}]`
        const shown = `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`
        const others = known.get(`${containerPort}/${protocol}`) ?? []
        known.set(`${containerPort}/${protocol}`, [...others, { place, hostPort, hostIP }])
        return [
          ...(hostIP !== '' && hostPort === 0 ? [`${place}: hostIP set without hostPort: ${shown}`] : []),
          ...others.flatMap(other => {
            const isPort = other.hostPort === hostPort
            if (isPort && other.hostIP === hostIP) return [`${place}: duplicate port definition with ${other.place}`]
            if (hostPort === 0 || other.hostPort === 0)
              return [`${place}: overlapping port definition with ${other.place}`]
            const isAmbiguous = isPort && (hostIP === '') !== (other.hostIP === '')
            return isAmbiguous ? [`${place}: dangerously ambiguous port definition with ${other.place}`] : []
          }),
        ]
      }),
    ),
  )
}

/** Names of ports count in the whole Pod. */
function portNameWarnings(containers: readonly DecodedContainer[]): readonly string[] {
  const places = new Map<string, { readonly place: string; readonly container: number }>()
  return containers.flatMap(({ ports }, container) =>
    ports.flatMap(({ name }, index) => {
      const place = `spec.containers[${container}].ports[${index}]`
      const first = places.get(name)
      if (name === '') return []
      if (!first) places.set(name, { place, container })
      if (!first || first.container === container) return []
      const used = `services and probes that select ports by name will use ${first.place}`
      return [`${place}: duplicate port name "${name}" with ${first.place}, ${used}`]
    }),
  )
}
