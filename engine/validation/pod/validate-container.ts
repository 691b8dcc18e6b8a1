import {
  duplicate,
  every,
  type FieldError,
  forbidden,
  inJson,
  invalid,
  notSupported,
  required,
} from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { labelErrors, portNameErrors, portNumberErrors } from '../kubernetes/names.ts'
import type { DecodedContainer, DecodedPorts, DecodedSpec } from './decoded.ts'
import { containerContextErrors } from './validate-context.ts'
import { envErrors, envFromErrors } from './validate-env.ts'
import { deviceErrors, mountErrors, type Volumes } from './validate-mounts.ts'
import { lifecycleErrors, probeErrors } from './validate-probe.ts'
import { resourceErrors } from './validate-resources.ts'

/** What is known of the Pod that containers stand in. */
export interface Around {
  readonly spec: DecodedSpec
  /** Those in which nothing is wrong. */
  readonly volumes: Volumes
}

export function containersErrors(around: Around, at: FieldPath): readonly FieldError[] {
  const { containers, terminationGracePeriodSeconds: grace = 30n } = around.spec
  if (containers.length === 0) return [required(at)]
  const names = new Set<string>()
  const errors = containers.flatMap((container, index) => {
    const here = child(at, index)
    const found = [...commonErrors(container, around, here)]
    if (names.has(container.name)) found.push(duplicate(child(here, 'name'), container.name))
    names.add(container.name)
    return [...found, ...runErrors(container, here, grace), ...restartErrors(container, here)]
  })
  return [...errors, ...hostPortErrors(containers, at)]
}

export function initContainersErrors(around: Around, at: FieldPath): readonly FieldError[] {
  const { containers, initContainers, terminationGracePeriodSeconds: grace = 30n } = around.spec
  const names = new Set(containers.map(({ name }) => name))
  return initContainers.flatMap((container, index) => {
    const here = child(at, index)
    const { name, restartPolicy } = container
    const errors = [...commonErrors(container, around, here), ...initRestartErrors(container, here)]
    if (names.has(name)) errors.push(duplicate(child(here, 'name'), name))
    else if (name !== '') names.add(name)
    errors.push(...hostPortErrors([container], at))
    if (restartPolicy === 'Always') return [...errors, ...runErrors(container, here, grace)]
    for (const field of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
      const words = 'may not be set for init containers without restartPolicy=Always'
      if (container[field]) errors.push(forbidden(child(here, field), words))
    }
    return errors
  })
}

/** What runs with the Pod, and not before it. */
function runErrors(container: DecodedContainer, at: FieldPath, grace: bigint): readonly FieldError[] {
  const { lifecycle } = container
  return [
    ...(lifecycle ? lifecycleErrors(lifecycle, child(at, 'lifecycle'), grace) : []),
    ...probeErrors(container.livenessProbe, 'livenessProbe', at, grace),
    ...probeErrors(container.readinessProbe, 'readinessProbe', at, grace),
    ...probeErrors(container.startupProbe, 'startupProbe', at, grace),
  ]
}

const oneOf = (value: string, at: FieldPath, supported: readonly string[]) =>
  supported.includes(value) ? [] : [notSupported(at, inJson(value), supported)]

/** What runs before the Pod has rules only where it says what else applies, and none where it stays. */
function initRestartErrors(container: DecodedContainer, at: FieldPath): readonly FieldError[] {
  const { restartPolicy, restartPolicyRules: rules } = container
  const never = 'restartPolicyRules are not allowed for init containers with restart policy Always'
  if (restartPolicy === 'Always') return rules.length > 0 ? [forbidden(child(at, 'restartPolicyRules'), never)] : []
  if (restartPolicy !== undefined) return restartErrors(container, at)
  return rules.length > 0 ? [required(child(at, 'restartPolicy'), ruled)] : []
}

const ruled = 'must specify restartPolicy when restart rules are used'

function restartErrors({ restartPolicy, restartPolicyRules: rules }: DecodedContainer, at: FieldPath) {
  const here = child(at, 'restartPolicy')
  return [
    ...(restartPolicy === undefined ? [] : oneOf(restartPolicy, here, ['Always', 'Never', 'OnFailure'])),
    ...(rules.length > 0 && restartPolicy === undefined ? [required(here, ruled)] : []),
    ...rules.flatMap(({ action, exitCodes }, index) => {
      const ofRule = child(at, 'restartPolicyRules', index)
      return [
        ...oneOf(action, child(ofRule, 'action'), ['Restart']),
        ...(exitCodes
          ? oneOf(exitCodes.operator, child(ofRule, 'exitCodes', 'operator'), ['In', 'NotIn'])
          : [required(child(ofRule, 'exitCodes'), 'must be specified')]),
      ]
    }),
  ]
}

/** What is asked of every container. */
export function commonErrors(
  container: DecodedContainer,
  { spec, volumes }: Around,
  at: FieldPath,
): readonly FieldError[] {
  const { name, image } = container
  const claims = spec.resourceClaims.map(it => it.name)
  return [
    ...(name === '' ? [required(child(at, 'name'))] : every(child(at, 'name'), name, labelErrors(name))),
    ...(image === '' ? [required(child(at, 'image'))] : []),
    ...oneOf(container.terminationMessagePolicy, child(at, 'terminationMessagePolicy'), [
      'File',
      'FallbackToLogsOnError',
    ]),
    ...portErrors(container.ports, child(at, 'ports')),
    ...envErrors(container.env, child(at, 'env')),
    ...envFromErrors(container.envFrom, child(at, 'envFrom')),
    ...mountErrors(container, volumes, child(at, 'volumeMounts')),
    ...deviceErrors(container, volumes, child(at, 'volumeDevices')),
    ...oneOf(container.imagePullPolicy, child(at, 'imagePullPolicy'), ['Always', 'IfNotPresent', 'Never']),
    ...resourceErrors(container.resources, child(at, 'resources'), claims),
    ...resizeErrors(container, child(at, 'resizePolicy'), spec.restartPolicy),
    ...containerContextErrors(container.securityContext, child(at, 'securityContext'), spec.hostUsers === false),
  ]
}

/** What the templates of workloads may do and Pods may not. */
export function paddedErrors({ image }: Pick<DecodedContainer, 'image'>, at: FieldPath): readonly FieldError[] {
  if (image.trim() === image) return []
  return [invalid(child(at, 'image'), image, 'must not have leading or trailing whitespace')]
}

function resizeErrors({ resizePolicy }: DecodedContainer, at: FieldPath, ofPod: string): readonly FieldError[] {
  const seen = new Set<string>()
  const never = "must be 'NotRequired' when `restartPolicy` is 'Never'"
  return resizePolicy.flatMap(({ resourceName, restartPolicy }, index) => {
    const again = seen.has(resourceName) ? [duplicate(child(at, index), inJson(resourceName))] : []
    seen.add(resourceName)
    // What is wrong with one of them stands at the list.
    return [
      ...again,
      ...(resourceName === '' ? [required(at)] : oneOf(resourceName, at, ['cpu', 'memory'])),
      ...(restartPolicy === '' ? [required(at)] : oneOf(restartPolicy, at, ['NotRequired', 'RestartContainer'])),
      ...(ofPod === 'Never' && restartPolicy !== 'NotRequired' ? [invalid(at, inJson(restartPolicy), never)] : []),
    ]
  })
}

function portErrors(ports: DecodedPorts, at: FieldPath): readonly FieldError[] {
  const names = new Set<string>()
  return ports.flatMap(({ name, containerPort, hostPort, protocol }, index) => {
    const here = child(at, index)
    const ofName = child(here, 'name')
    const wrong = name === '' ? [] : portNameErrors(name)
    const again = wrong.length === 0 && names.has(name) ? [duplicate(ofName, name)] : []
    if (name !== '' && wrong.length === 0) names.add(name)
    return [
      ...every(ofName, name, wrong),
      ...again,
      ...(containerPort === 0
        ? [required(child(here, 'containerPort'))]
        : every(child(here, 'containerPort'), containerPort, portNumberErrors(containerPort))),
      ...(hostPort === 0 ? [] : every(child(here, 'hostPort'), hostPort, portNumberErrors(hostPort))),
      ...oneOf(protocol, child(here, 'protocol'), ['SCTP', 'TCP', 'UDP']),
    ]
  })
}

/** A port of the node is there once. */
function hostPortErrors(containers: readonly DecodedContainer[], at: FieldPath): readonly FieldError[] {
  const taken = new Set<string>()
  return containers.flatMap(({ ports }, index) =>
    ports.flatMap(({ hostPort, hostIP, protocol }, i) => {
      if (hostPort === 0) return []
      const text = `${protocol}/${hostIP}/${hostPort}`
      const again = taken.has(text)
      taken.add(text)
      return again ? [duplicate(child(at, index, 'ports', i, 'hostPort'), text)] : []
    }),
  )
}

/** In the node’s network a container’s port is the node’s. */
export function hostNetworkErrors({ hostNetwork, containers }: DecodedSpec, at: FieldPath): readonly FieldError[] {
  if (!hostNetwork) return []
  return containers.flatMap(({ ports }, index) =>
    ports.flatMap(({ containerPort, hostPort }, i) =>
      hostPort === containerPort
        ? []
        : [
            invalid(
              child(at, index, 'ports', i, 'hostPort'),
              hostPort,
              'must match `containerPort` when `hostNetwork` is true',
            ),
          ],
    ),
  )
}
