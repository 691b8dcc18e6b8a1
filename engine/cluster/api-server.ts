import type { AuditPolicy } from '../validation/audit-policy/policy.ts'
import type { Range } from '../yaml/range.ts'
import type { StaticPod } from './static-pod.ts'
import type { World } from './world.ts'

/** A flag as the process reads it: repeated scalars, the last wins; lists accumulate. */
export interface FlagInForce {
  readonly value: string
  /** The word (or words) of the manifest that set it; the last one when it is repeated. */
  readonly range?: Range
}

/** Why the API server does not run. */
export interface Failure {
  /** Who says it: the kubelet's journal, the container's log. */
  readonly seenIn: 'kubelet' | 'container'
  /** The component's own words. */
  readonly words: string
  /** What a candidate would type to see them. */
  readonly look: string
  /** The file that is to blame, on the control plane, with the place when there is one. */
  readonly file: string
  readonly text: string
  readonly range?: Range
}

export type Running =
  | { readonly answers: true }
  | { readonly answers: false; readonly failure: Failure }
  | { readonly undecided: string }

/** The audit policy as the API server finds it. */
export interface PolicyInForce {
  /** On the host. */
  readonly file: string
  readonly text: string
  readonly policy: AuditPolicy
}

/** Where audit events are written: on the host; inside the container only (lost with it); to the container's output. */
export type AuditLog =
  | { readonly on: 'host'; readonly file: string }
  | { readonly on: 'container'; readonly path: string }
  | { readonly on: 'output' }

/** kube-apiserver as the manifests of the control plane configure it. */
export interface ApiServer {
  /** The host it runs on. */
  readonly host: string
  readonly running: Running
  /** The static pod that the kubelet runs; undefined when it runs none. */
  readonly pod?: StaticPod
  /** Without the leading dashes → its value. */
  readonly flags: ReadonlyMap<string, FlagInForce>
  readonly auditPolicy?: PolicyInForce
  readonly auditLog?: AuditLog
}

/** The API server in force in a world. Never throws; what cannot be decided is said in `running`. */
export function apiServer(_world: World): ApiServer {
  return { host: 'controlplane', running: { undecided: 'not yet' }, flags: new Map() }
}
