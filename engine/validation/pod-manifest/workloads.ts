import type { Path } from '../../yaml/range.ts'
import { podSpec, podType } from '../kubernetes/core/pod-type.ts'
import type { GoType } from '../kubernetes/decode.ts'
import { anything, struct } from '../kubernetes/decode-types.ts'
import { objectMeta, typeMeta } from '../kubernetes/metadata-type.ts'
import type { DecodedPod } from '../pod/decoded.ts'

/** A kind of object that is a Pod, or holds the template of some. */
export interface Workload {
  readonly apiVersion: string
  readonly kind: string
  /** Where the Pod stands in it. */
  readonly root: Path
  /** Only the metadata and the Pod are decoded. */
  readonly type: GoType<Holder>
  /** What `restartPolicy` may be, and what the API server says of another. */
  readonly restarts?: 'always' | 'ends'
}

/** An object with its metadata; the Pod is found by the workload’s path. */
export interface Holder {
  readonly metadata: DecodedPod['metadata']
}

const template = struct('v1.PodTemplateSpec', { metadata: objectMeta, spec: podSpec })
const holder = (name: string, field: Readonly<Record<string, GoType<unknown>>>): GoType<Holder> =>
  struct(`v1.${name}`, { ...typeMeta, metadata: objectMeta, ...field })
const ofSpec = (kind: string) => holder(kind, { spec: struct(`v1.${kind}Spec`, { template }) })
const job = struct('v1.JobSpec', { template })
const jobs = struct('v1.JobTemplateSpec', { metadata: anything, spec: job })

const inSpec = ['spec', 'template']

export const workloads: readonly Workload[] = [
  { apiVersion: 'v1', kind: 'Pod', root: [], type: podType },
  { apiVersion: 'v1', kind: 'PodTemplate', root: ['template'], type: holder('PodTemplate', { template }) },
  {
    ...{ apiVersion: 'v1', kind: 'ReplicationController', root: inSpec },
    ...{ type: ofSpec('ReplicationController'), restarts: 'always' },
  },
  ...['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'].map(
    (kind): Workload => ({ apiVersion: 'apps/v1', kind, root: inSpec, type: ofSpec(kind), restarts: 'always' }),
  ),
  { apiVersion: 'batch/v1', kind: 'Job', root: inSpec, type: holder('Job', { spec: job }), restarts: 'ends' },
  {
    ...{ apiVersion: 'batch/v1', kind: 'CronJob', root: ['spec', 'jobTemplate', 'spec', 'template'] },
    type: holder('CronJob', { spec: struct('v1.CronJobSpec', { jobTemplate: jobs }) }),
    restarts: 'ends',
  },
]
