import { z } from 'zod'
import type { Pod } from '../../validation/pod/pod.ts'

const text = z.string().optional()
const flag = z.boolean().optional()
const number = z.number().optional()
const profile = z.object({ type: z.string().default(''), localhostProfile: text }).optional()
const common = {
  runAsUser: number,
  runAsGroup: number,
  runAsNonRoot: flag,
  seLinuxOptions: z.object({ user: text, role: text, type: text, level: text }).optional(),
  windowsOptions: z.object({ hostProcess: flag, runAsUserName: text }).optional(),
  seccompProfile: profile,
  appArmorProfile: profile,
}
export const podContext = z.object({
  ...common,
  sysctls: z.array(z.object({ name: z.string() })).optional(),
})
export const containerContext = z.object({
  ...common,
  privileged: flag,
  allowPrivilegeEscalation: flag,
  readOnlyRootFilesystem: flag,
  capabilities: z.object({ add: z.array(z.string()).optional(), drop: z.array(z.string()).optional() }).optional(),
  procMount: text,
})
const host = z.object({ host: text }).optional()
const handler = z.object({ httpGet: host, tcpSocket: host }).optional()
const container = z.object({
  name: z.string(),
  image: text,
  ports: z.array(z.object({ containerPort: number, hostPort: number })).optional(),
  securityContext: containerContext.optional(),
  livenessProbe: handler,
  readinessProbe: handler,
  startupProbe: handler,
  lifecycle: z.object({ postStart: handler, preStop: handler }).optional(),
})

/** A Pod as recordings hold it, as far as its security goes. */
export const podShape: z.ZodType<Pod> = z.object({
  metadata: withoutNulls(
    z.object({ name: text, generateName: text, annotations: z.record(z.string(), z.string()).optional() }).prefault({}),
  ),
  spec: withoutNulls(
    z.object({
      containers: z.array(container).default([]),
      initContainers: z.array(container).optional(),
      ephemeralContainers: z.array(container).optional(),
      volumes: z.array(z.looseObject({ name: z.string() })).optional(),
      securityContext: podContext.optional(),
      hostNetwork: flag,
      hostPID: flag,
      hostIPC: flag,
      hostUsers: flag,
      os: z.object({ name: z.string() }).optional(),
      runtimeClassName: text,
    }),
  ),
})

/** Go writes null for what is not set. */
export function withoutNulls<T extends z.ZodType>(shape: T) {
  return z.preprocess(dropNulls, shape)
}

function dropNulls(value: unknown): unknown {
  if (value === null) return undefined
  if (Array.isArray(value)) return value.map(dropNulls)
  if (typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([, it]) => it !== null)
  return Object.fromEntries(kept.map(([key, it]) => [key, dropNulls(it)]))
}
