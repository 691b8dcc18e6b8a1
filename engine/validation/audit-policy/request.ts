import type { Reading } from '../../yaml/finding.ts'
import type { Path } from '../../yaml/range.ts'

/** What an audit policy sees of a request, as the API server derives it from method, URL and credentials. */
export interface AuditRequest {
  /** Null: authentication failed, so there is no user. */
  readonly user: string | null
  readonly groups: readonly string[]
  readonly verb: string
  /** `''` is the core group. */
  readonly apiGroup: string
  readonly apiVersion: string
  readonly resource: string
  readonly subresource: string
  readonly name: string
  readonly namespace: string
  readonly path: string
  readonly resourceRequest: boolean
}

/**
 * Reads a lab author's shorthand, a map with one verb:
 * `{ get: secrets/db, user: jane, in: prod }`, `{ create: pods/web, subresource: exec, in: prod }`, `{ get: /healthz }`.
 * Other keys: `groups`, `group`, `version`. Findings' paths begin with `path`.
 */
export function readAuditRequest(_shorthand: unknown, path: Path = []): Reading<AuditRequest> {
  return { findings: [{ code: 'request-shape', severity: 'error', path, message: 'not yet', data: {} }] }
}
