import type { AuditDecision } from './evaluate.ts'
import type { Stage } from './policy.ts'
import type { AuditRequest } from './request.ts'

const streaming = new Set(['attach', 'exec', 'proxy', 'log', 'portforward'])

/** Whether the API server counts a request as long-running: `kubectl logs` always is. */
export function isLongRunning({ verb, subresource, resourceRequest, path }: AuditRequest): boolean {
  if (verb === 'watch' || verb === 'proxy') return true
  return resourceRequest ? streaming.has(subresource) : path.startsWith('/debug/pprof/')
}

/**
 * The stages at which a request is written, in order. A long-running one has a ResponseStarted; one whose authentication
 * failed has nothing else. One that the server crashes at ends with Panic, and is taken to crash before it answers.
 */
export function eventsFor(
  { level, omitStages }: AuditDecision,
  request: AuditRequest,
  outcome: 'answered' | 'panicked' = 'answered',
): readonly Stage[] {
  if (level === 'None') return []
  return written(request, outcome === 'panicked').filter(stage => !omitStages.includes(stage))
}

function written(request: AuditRequest, isPanic: boolean): readonly Stage[] {
  if (request.user === null) return ['ResponseStarted']
  if (isPanic) return ['RequestReceived', 'Panic']
  return isLongRunning(request)
    ? ['RequestReceived', 'ResponseStarted', 'ResponseComplete']
    : ['RequestReceived', 'ResponseComplete']
}
