/** Who asks, as authentication or impersonation found out. */
export interface AuditedUser {
  readonly username: string
  readonly uid?: string | undefined
  readonly groups?: readonly string[] | undefined
  readonly extra?: Readonly<Record<string, readonly string[]>> | undefined
}

export type JsonObject = Readonly<Record<string, unknown>>

/** A request and what became of it: all that the audit log tells of. Times are microseconds since 1970 in UTC. */
export interface Exchange {
  /** Equal in all events of a request: what the client sent as `Audit-ID`, else a random UUID. */
  readonly auditID: string
  /** `GET` */
  readonly method: string
  /** Path and query as they came. */
  readonly uri: string
  /** Null: refused before anybody was known, because of its credentials or of a `timeout` that is none. */
  readonly user: AuditedUser | null
  /** Whom the user acts as. Absent too where that was refused. */
  readonly impersonatedUser?: AuditedUser | undefined
  readonly sourceIPs: readonly string[]
  readonly userAgent: string
  /** What the server read from the body. Absent: it read none, because it refused before or takes none. */
  readonly sent?: Sent | undefined
  readonly answer: AuditedAnswer
  /** What authorisation, admission and others noted. */
  readonly annotations: Readonly<Record<string, string>>
  readonly received: number
  /** When the head of the answer was sent. */
  readonly started: number
  readonly ended: number
}

/** A patch is logged as its bytes, everything else as the object that the server decoded, with its defaults. */
export type Sent = { readonly object: JsonObject } | { readonly patch: string }

export interface AuditedAnswer {
  /** The HTTP status. Absent: nothing was written before the connection ended. */
  readonly code?: number | undefined
  /** What the body holds, where that is an object of the API: a list and a Status are, a log and a watch are not. */
  readonly object?: JsonObject | undefined
  /** What the server crashed with while it answered. */
  readonly panic?: string | undefined
}
