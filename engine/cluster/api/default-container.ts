import type { Quantity } from '../../validation/kubernetes/quantity.ts'
import type {
  DecodedContainer,
  DecodedHandler,
  DecodedHttpGet,
  DecodedPorts,
  DecodedProbe,
  DecodedResources,
} from '../../validation/pod/decoded.ts'
import { imageTag } from './image-tag.ts'

/** A container, of any of a Pod's lists, with what the API server fills in. */
export function defaultContainer<T extends DecodedContainer>(given: T, hostNetwork: boolean): T {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle } = given
  return {
    ...given,
    ports: defaultPorts(given.ports, hostNetwork),
    env: given.env.map(each => {
      const fieldRef = each.valueFrom?.fieldRef
      if (!each.valueFrom || fieldRef?.apiVersion !== '') return each
      return { ...each, valueFrom: { ...each.valueFrom, fieldRef: { ...fieldRef, apiVersion: 'v1' } } }
    }),
    resources: withRequests(given.resources),
    livenessProbe: livenessProbe && defaultProbe(livenessProbe),
    readinessProbe: readinessProbe && defaultProbe(readinessProbe),
    startupProbe: startupProbe && defaultProbe(startupProbe),
    lifecycle: lifecycle && {
      ...lifecycle,
      postStart: lifecycle.postStart && defaultHandler(lifecycle.postStart),
      preStop: lifecycle.preStop && defaultHandler(lifecycle.preStop),
    },
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
export function withRequests(given: DecodedResources): DecodedResources {
  if (given.limits.size === 0) return given
  const requests = new Map<string, Quantity>(given.requests)
  for (const [name, amount] of given.limits) if (!requests.has(name)) requests.set(name, amount)
  return { ...given, requests }
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
