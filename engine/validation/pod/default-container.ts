import { printQuantity, type Quantity } from '../kubernetes/quantity.ts'
import type {
  DecodedContainer,
  DecodedHandler,
  DecodedHttpGet,
  DecodedLifecycle,
  DecodedPorts,
  DecodedProbe,
  DecodedResources,
} from './decoded.ts'
import { imageTag } from './image-tag.ts'

/**
 * A container, of any of a Pod's lists, with what the API server fills in. One that comes for a look asks for nothing of
 * its own accord.
 */
export function defaultContainer<T extends DecodedContainer>(given: T, hostNetwork: boolean, isForLook = false): T {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle } = given
  return {
    ...given,
    ports: defaultPorts(given.ports, hostNetwork),
    env: given.env.map(each => {
      const fieldRef = each.valueFrom?.fieldRef
      if (!each.valueFrom || fieldRef?.apiVersion !== '') return each
      return { ...each, valueFrom: { ...each.valueFrom, fieldRef: { ...fieldRef, apiVersion: 'v1' } } }
    }),
    resources: isForLook ? given.resources : withRequests(given.resources),
    livenessProbe: livenessProbe && defaultProbe(livenessProbe),
    readinessProbe: readinessProbe && defaultProbe(readinessProbe),
    startupProbe: startupProbe && defaultProbe(startupProbe),
    lifecycle:
      lifecycle && !isEmptied(lifecycle)
        ? {
            // Its feature gate is off.
            stopSignal: undefined,
            postStart: lifecycle.postStart && defaultHandler(lifecycle.postStart),
            preStop: lifecycle.preStop && defaultHandler(lifecycle.preStop),
          }
        : undefined,
    terminationMessagePath: given.terminationMessagePath || '/dev/termination-log',
    terminationMessagePolicy: given.terminationMessagePolicy || 'File',
    imagePullPolicy: given.imagePullPolicy || pullPolicy(given.image),
  }
}

/** What is pulled anew whenever it is used: what has no tag that names a version. */
export function pullPolicy(image: string): string {
  return imageTag(image) === 'latest' ? 'Always' : 'IfNotPresent'
}

/** Limits are asked for where nothing else is. */
function withRequests(given: DecodedResources): DecodedResources {
  const limits = inThousandths(given.limits)
  const requests = new Map<string, Quantity>(inThousandths(given.requests))
  for (const [name, amount] of limits) if (!requests.has(name)) requests.set(name, amount)
  return { ...given, limits, requests }
}

/** With its gate off, a hook that only names a signal goes away. */
function isEmptied({ stopSignal, postStart, preStop }: DecodedLifecycle): boolean {
  return stopSignal !== undefined && !postStart && !preStop
}

const thousandth = 1_000_000n

/** Amounts are kept in thousandths, rounded up. */
export function inThousandths(amounts: ReadonlyMap<string, Quantity>): ReadonlyMap<string, Quantity> {
  if ([...amounts.values()].every(({ nano }) => nano % thousandth === 0n)) return amounts
  return new Map(
    [...amounts].map(([name, amount]) => {
      const { nano, format } = amount
      const more = nano % thousandth
      if (more === 0n) return [name, amount]
      const rounded = nano - more + (nano > 0n ? thousandth : -thousandth)
      const held = { unscaled: rounded / thousandth, power: -3, in64: true }
      return [name, { nano: rounded, canonical: printQuantity(rounded, format), format, held }]
    }),
  )
}

function defaultPorts(ports: DecodedPorts, hostNetwork: boolean): DecodedPorts {
  return ports.map(port => ({
    ...port,
    protocol: port.protocol || 'TCP',
    hostPort: hostNetwork && port.hostPort === 0 ? port.containerPort : port.hostPort,
  }))
}

function defaultProbe(probe: DecodedProbe): DecodedProbe {
  return {
    ...probe,
    httpGet: probe.httpGet && defaultHttpGet(probe.httpGet),
    grpc: probe.grpc && { ...probe.grpc, service: probe.grpc.service ?? '' },
    timeoutSeconds: probe.timeoutSeconds || 1,
    periodSeconds: probe.periodSeconds || 10,
    successThreshold: probe.successThreshold || 1,
    failureThreshold: probe.failureThreshold || 3,
  }
}

function defaultHandler(handler: DecodedHandler): DecodedHandler {
  return { ...handler, httpGet: handler.httpGet && defaultHttpGet(handler.httpGet) }
}

function defaultHttpGet(get: DecodedHttpGet): DecodedHttpGet {
  return { ...get, path: get.path || '/', scheme: get.scheme || 'HTTP' }
}
