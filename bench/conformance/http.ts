import type { Line } from '#engine/eval/evaluator.ts'
import { asLine, type Comparison, listAt } from './comparison.ts'

/** Recorded exchanges with the API server. */
export const exchange: Comparison = {
  decided: ({ response }) => {
    const { status, body, ...rest } = asLine(response)
    const isObject = typeof status === 'number' && status < 300
    return {
      ...{ status, reason: asLine(body).reason, warnings: listAt('warnings')(rest).length },
      ...(isObject && { object: stripped(body) }),
    }
  },
  worded: ({ response }) => {
    const { status, body, warnings } = asLine(response)
    const { message, details } = asLine(body)
    return typeof status === 'number' && status < 300 ? { warnings } : { message, details, warnings }
  },
}

/** What the server makes up, differently each time. */
const ownOfEachRun = new Set([
  'uid',
  'creationTimestamp',
  'lastTransitionTime',
  'resourceVersion',
  'managedFields',
  'clusterIP',
  'clusterIPs',
  'nodePort',
  'token',
])

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped)
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? value.replace(/\b(kube-api-access)-[a-z0-9]{5}$/, '$1') : value
  const kept = Object.entries(value).filter(([key]) => !ownOfEachRun.has(key))
  return withoutSuffix(Object.fromEntries(kept.map(([key, it]) => [key, stripped(it)])))
}

/** A generated name is its beginning. */
function withoutSuffix(it: Line): Line {
  const { name, generateName } = it
  return typeof generateName === 'string' && typeof name === 'string' && name.startsWith(generateName)
    ? { ...it, name: generateName }
    : it
}
