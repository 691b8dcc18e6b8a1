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
import type { IntOrString } from '../kubernetes/int-or-string.ts'
import { portNameErrors, portNumberErrors } from '../kubernetes/names.ts'
import type { DecodedHandler, DecodedHttpGet, DecodedLifecycle, DecodedProbe } from './decoded.ts'

const oddHeader =
  "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')"

type Handler = Partial<DecodedHandler> & Pick<Partial<DecodedProbe>, 'grpc'>
/** `grace`: the seconds that a Pod has for ending. */
export function handlerErrors(handler: Handler, at: FieldPath, grace: bigint): readonly FieldError[] {
  const { exec, httpGet, tcpSocket, grpc, sleep } = handler
  const checks: readonly (readonly [string, boolean, (here: FieldPath) => readonly FieldError[]])[] = [
    ['exec', exec !== undefined, here => (exec?.command.length === 0 ? [required(child(here, 'command'))] : [])],
    ['httpGet', httpGet !== undefined, here => (httpGet ? httpErrors(httpGet, here) : [])],
    ['tcpSocket', tcpSocket !== undefined, here => (tcpSocket ? portErrors(tcpSocket.port, child(here, 'port')) : [])],
    [
      'grpc',
      grpc !== undefined,
      here => (grpc ? every(child(here, 'port'), grpc.port, portNumberErrors(grpc.port)) : []),
    ],
    ['sleep', sleep !== undefined, here => (sleep ? sleepErrors(sleep.seconds, here, grace) : [])],
  ]
  const given = checks.filter(([, isThere]) => isThere)
  if (given.length === 0) return [required(at, 'must specify a handler type')]
  return given.flatMap(([type, , check], index) => {
    const here = child(at, type)
    return index > 0 ? [forbidden(here, 'may not specify more than 1 handler type')] : check(here)
  })
}

function sleepErrors(seconds: bigint, at: FieldPath, grace: bigint) {
  const words = `must be non-negative and less than terminationGracePeriodSeconds (${grace})`
  return seconds < 0n || seconds > grace ? [invalid(at, seconds, words)] : []
}

function httpErrors({ path, port, scheme, httpHeaders }: DecodedHttpGet, at: FieldPath): readonly FieldError[] {
  return [
    ...(path === '' ? [required(child(at, 'path'))] : []),
    ...portErrors(port, child(at, 'port')),
    ...(scheme === 'HTTP' || scheme === 'HTTPS'
      ? []
      : [notSupported(child(at, 'scheme'), inJson(scheme), ['HTTP', 'HTTPS'])]),
    ...httpHeaders
      .filter(({ name }) => !/^[-A-Za-z0-9]+$/.test(name))
      .map(({ name }) => invalid(child(at, 'httpHeaders'), name, oddHeader)),
  ]
}

function portErrors(port: IntOrString, at: FieldPath): readonly FieldError[] {
  return every(at, port.value, port.type === 'int' ? portNumberErrors(port.value) : portNameErrors(port.value))
}

const counts = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const

export function probeErrors(
  probe: DecodedProbe | undefined,
  kind: 'livenessProbe' | 'readinessProbe' | 'startupProbe',
  container: FieldPath,
  grace: bigint,
): readonly FieldError[] {
  if (!probe) return []
  const at = child(container, kind)
  const { terminationGracePeriodSeconds: seconds, successThreshold } = probe
  const here = child(at, 'terminationGracePeriodSeconds')
  const errors = [...handlerErrors(probe, at, grace)]
  for (const field of counts)
    if (probe[field] < 0) errors.push(invalid(child(at, field), probe[field], 'must be greater than or equal to 0'))
  if (seconds !== undefined && seconds <= 0n) errors.push(invalid(here, seconds, 'must be greater than 0'))
  if (kind === 'readinessProbe') {
    if (seconds !== undefined) errors.push(invalid(here, seconds, 'must not be set for readinessProbes'))
  } else if (successThreshold !== 1) errors.push(invalid(child(at, 'successThreshold'), successThreshold, 'must be 1'))
  return errors
}

export function lifecycleErrors(
  { postStart, preStop }: DecodedLifecycle,
  at: FieldPath,
  grace: bigint,
): readonly FieldError[] {
  return [
    ...(postStart ? handlerErrors(postStart, child(at, 'postStart'), grace) : []),
    ...(preStop ? handlerErrors(preStop, child(at, 'preStop'), grace) : []),
  ]
}
