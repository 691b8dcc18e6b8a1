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
 * The stages at which a request that ends without a panic is written, in order. A long-running one has a
 * ResponseStarted; one whose authentication failed has nothing else.
 */
export function eventsFor({ level, omitStages }: AuditDecision, request: AuditRequest): readonly Stage[] {
  if (level === 'None') return []
  const written: readonly Stage[] =
    request.user === null
      ? ['ResponseStarted']
      : isLongRunning(request)
        ? ['RequestReceived', 'ResponseStarted', 'ResponseComplete']
        : ['RequestReceived', 'ResponseComplete']
  return written.filter(stage => !omitStages.includes(stage))
}
