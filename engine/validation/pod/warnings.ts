import { labelErrors } from '../kubernetes/names.ts'
import { readAddress, shownAddress } from '../network-policy/address.ts'
import type { DecodedContainer, DecodedPod, DecodedSpec } from './decoded.ts'
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
    ...addressWarnings(spec),
    ...selectorWarnings(spec),
    ...volumeWarnings(spec.volumes),
    ...secretWarnings(spec),
    ...aliasWarnings(spec),
    ...(annotations.size > 0 ? annotationWarnings(annotations, spec) : []),
    ...containerWarnings(spec),
    ...portNameWarnings(spec.containers),
  ]
}

function addressWarnings({ dnsConfig }: DecodedSpec): readonly string[] {
  return (dnsConfig?.nameservers ?? []).flatMap((server, index) => {
    const plain = server.replace(/(^|\.)0+(?=\d)/g, '$1')
    const address = readAddress(plain)
    if (plain === server || !address) return []
    const future = 'will be considered invalid in a future Kubernetes release'
    return [
      `spec.dnsConfig.nameservers[${index}]: non-standard IP address "${server}" ${future}: use "${shownAddress(address)}"`,
    ]
  })
}

/** A term without a selector is beside nobody. */
function selectorWarnings({ affinity, topologySpreadConstraints }: DecodedSpec): readonly string[] {
  const words = 'labelSelector: a null labelSelector results in matching no pod'
  const [must, should] = [
    'requiredDuringSchedulingIgnoredDuringExecution',
    'preferredDuringSchedulingIgnoredDuringExecution',
  ] as const
  return [
    ...(['podAffinity', 'podAntiAffinity'] as const).flatMap(kind => [
      ...(affinity?.[kind]?.[must] ?? []).flatMap(({ labelSelector }, index) =>
        labelSelector ? [] : [`spec.affinity.${kind}.${must}[${index}].${words}`],
      ),
      ...(affinity?.[kind]?.[should] ?? []).flatMap(({ podAffinityTerm }, index) =>
        podAffinityTerm.labelSelector ? [] : [`spec.affinity.${kind}.${should}[${index}].podAffinityTerm.${words}`],
      ),
    ]),
    ...topologySpreadConstraints.flatMap(({ labelSelector }, index) =>
      labelSelector ? [] : [`spec.topologySpreadConstraints[${index}].${words}`],
    ),
  ]
}

function secretWarnings({ imagePullSecrets }: DecodedSpec): readonly string[] {
  return imagePullSecrets.flatMap(({ name }, index) =>
    name === '' ? [`spec.imagePullSecrets[${index}].name: invalid empty name ""`] : [],
  )
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

/** Annotations that mean nothing any more. */
function annotationWarnings(annotations: ReadonlyMap<string, string>, spec: DecodedSpec): readonly string[] {
  const words = (key: string, since: string, field: string) =>
    `metadata.annotations[${key}]: non-functional in ${since}+; use the "${field}" field instead`
  const old = formerly.filter(([key]) => annotations.has(key)).map(each => words(...each))
  const isAsked = annotations.has(seccompOfPod) && !spec.securityContext?.seccompProfile
  const ofPod = isAsked ? [words(seccompOfPod, 'v1.27', 'seccompProfile')] : []
  const ofContainers = [...spec.initContainers, ...spec.containers].flatMap(({ name, securityContext }) => {
    const key = `${seccompOfContainer}${name}`
    return annotations.has(key) && !securityContext?.seccompProfile ? [words(key, 'v1.27', 'seccompProfile')] : []
  })
  return [...old, ...ofPod, ...ofContainers]
}

function containerWarnings(spec: DecodedSpec): readonly string[] {
  return (['initContainers', 'containers'] as const).flatMap(list =>
    spec[list].flatMap((container, index) => {
      const at = `spec.${list}[${index}]`
      return [...amountWarnings(container, at), ...envWarnings(container, at), ...portWarnings(container, at)]
    }),
  )
}

/** Less than a byte is nothing. */
function amountWarnings({ resources }: DecodedContainer, at: string): readonly string[] {
  return (['limits', 'requests'] as const).flatMap(kind =>
    ['memory', 'ephemeral-storage'].flatMap(name => {
      const amount = resources[kind].get(name)
      if (!amount || amount.nano % 1_000_000_000n === 0n) return []
      const words = `fractional byte value "${amount.canonical}" is invalid, must be an integer`
      return [`${at}.resources.${kind}[${name}]: ${words}`]
    }),
  )
}

function envWarnings({ env }: DecodedContainer, at: string): readonly string[] {
  return env.flatMap(({ name }, index) =>
    env.findIndex(other => other.name === name) < index
      ? [`${at}.env[${index}]: hides previous definition of "${name}", which may be dropped when using apply`]
      : [],
  )
}

function portWarnings({ ports }: DecodedContainer, at: string): readonly string[] {
  return ports.flatMap((port, index) => {
    const { name, hostPort, containerPort, protocol, hostIP } = port
    const first = ports.findIndex(
      other =>
        other.containerPort === containerPort &&
        other.protocol === protocol &&
        other.hostPort === hostPort &&
        other.hostIP === hostIP,
    )
    const place = `${at}.ports[${index}]`
    const shown = `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`
    return [
      ...(first < index ? [`${place}: duplicate port definition with ${at}.ports[${first}]`] : []),
      ...(hostIP !== '' && hostPort === 0 ? [`${place}: hostIP set without hostPort: ${shown}`] : []),
    ]
  })
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
