import type { AuditDecision } from '../evaluate.ts'
import { eventsFor } from '../events.ts'
import type { Stage } from '../policy.ts'
import type { AuditRequest } from '../request.ts'
import { type RequestInfo, requestInfo } from '../request-info.ts'
import type { AuditedUser, Exchange, JsonObject } from './exchange.ts'
import { microTime } from './micro-time.ts'
import { withoutManagedFields } from './without-managed-fields.ts'

/** An event as it is written, its keys in the order in which they are written. */
export type AuditEvent = JsonObject & { readonly stage: Stage }

/**
 * The events that kube-apiserver v1.35 writes of one request, in order, as `WithAudit` of k8s.io/apiserver does.
 * `decide` is the policy, compiled.
 */
export function writeEvents(
  decide: (request: AuditRequest) => AuditDecision,
  exchange: Exchange,
): readonly AuditEvent[] {
  const info = requestInfo(exchange.method, exchange.uri)
  // What nobody can tell a resource of is refused before auditing begins.
  if (info.error !== undefined) return []
  const request = asked(info, exchange.user)
  const decision = decide(request)
  const { panic } = exchange.answer
  return eventsFor(decision, request, panic === undefined ? 'answered' : 'panicked').flatMap(stage => {
    if (stage === 'RequestReceived') return event(stage, decision, info, exchange, {})
    const body = bodies(decision, exchange)
    // An event whose patch is no JSON cannot be written as JSON, and is lost.
    return body ? event(stage, decision, info, exchange, body) : []
  })
}

function asked(info: RequestInfo, user: AuditedUser | null): AuditRequest {
  const { verb, apiGroup, apiVersion, resource, subresource, name, namespace, path, isResourceRequest } = info
  return {
    user: user?.username ?? null,
    groups: user?.groups ?? [],
    ...{ verb, apiGroup, apiVersion, resource, subresource, name, namespace, path },
    resourceRequest: isResourceRequest,
  }
}

interface Bodies {
  readonly requestObject?: unknown
  readonly responseObject?: unknown
}

/** What the level lets into the log. Undefined: it cannot be written. */
function bodies({ level, omitManagedFields }: AuditDecision, { sent, answer }: Exchange): Bodies | undefined {
  if (level === 'Metadata') return {}
  const shown = (object: JsonObject) => (omitManagedFields ? withoutManagedFields(object) : object)
  const request = sent && ('patch' in sent ? jsonOf(sent.patch) : { value: shown(sent.object) })
  if (sent && !request) return undefined
  return {
    ...(request && { requestObject: request.value }),
    ...(level === 'RequestResponse' && answer.object && { responseObject: shown(answer.object) }),
  }
}

function jsonOf(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function event(
  stage: Stage,
  { level }: AuditDecision,
  info: RequestInfo,
  exchange: Exchange,
  body: Bodies,
): AuditEvent {
  const { auditID, uri, user, impersonatedUser, sourceIPs, annotations, sent } = exchange
  const isReceived = stage === 'RequestReceived'
  const ended = stage === 'ResponseStarted' ? exchange.started : exchange.ended
  const noted = Object.entries(annotations).sort(([a], [b]) => (a < b ? -1 : 1))
  const read = isReceived || !sent || 'patch' in sent ? undefined : sent.object
  return {
    ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', level, auditID, stage },
    ...{ requestURI: uri, verb: info.verb, user: shownUser(user) },
    ...(!isReceived && impersonatedUser && { impersonatedUser: shownUser(impersonatedUser) }),
    ...(sourceIPs.length > 0 && { sourceIPs }),
    ...(exchange.userAgent !== '' && { userAgent: cut(exchange.userAgent) }),
    ...(info.isResourceRequest && { objectRef: objectRef(info, read) }),
    ...(!isReceived && { responseStatus: responseStatus(stage, exchange) }),
    ...body,
    requestReceivedTimestamp: microTime(exchange.received),
    stageTimestamp: microTime(isReceived ? exchange.received : ended),
    ...(!isReceived && noted.length > 0 && { annotations: Object.fromEntries(noted) }),
  }
}

function shownUser(user: AuditedUser | null): JsonObject {
  if (!user) return {}
  const { username, uid, groups = [], extra = {} } = user
  return filled({
    username,
    uid,
    groups: groups.length > 0 ? groups : undefined,
    extra: Object.keys(extra).length > 0 ? extra : undefined,
  })
}

/** What the request is about: by its URL, and where that leaves something out, by the object that was sent. */
function objectRef(info: RequestInfo, sent: JsonObject | undefined): JsonObject {
  const metadata = sent?.metadata
  const own = (field: string): unknown =>
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, field) : undefined
  return filled({
    resource: info.resource,
    namespace: info.namespace || own('namespace'),
    name: info.name || own('name'),
    uid: own('uid'),
    apiGroup: info.apiGroup,
    apiVersion: info.apiVersion,
    resourceVersion: own('resourceVersion'),
    subresource: info.subresource,
  })
}

/** The HTTP status, and what a Status in the body says. */
function responseStatus(stage: Stage, { answer: { code, object, panic } }: Exchange): JsonObject {
  if (stage === 'Panic')
    return failed({ status: 'Failure', message: `APIServer panic'd: ${panic}`, reason: 'InternalError', code: 500 })
  if (code === undefined) return failed({ status: 'Success', message: 'Connection closed early', code: 200 })
  if (object?.kind !== 'Status' || object.apiVersion !== 'v1') return failed({ code })
  const { status, message, reason, details } = object
  return failed({ status, message, reason, details, code })
}

function failed(fields: JsonObject): JsonObject {
  return { metadata: {}, ...filled(fields) }
}

/** Without what is empty. */
function filled(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
}

/** Longer names of programs are cut. */
const longestUserAgent = 1024

function cut(userAgent: string): string {
  return userAgent.length > longestUserAgent ? `${userAgent.slice(0, longestUserAgent)}...TRUNCATED` : userAgent
}
