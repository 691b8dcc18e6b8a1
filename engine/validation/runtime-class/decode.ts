import { type podType, toleration } from '../kubernetes/core/pod-type.ts'
import type { Decoded } from '../kubernetes/decode.ts'
import { list, map, pointer, struct, text } from '../kubernetes/decode-types.ts'
import { resourceList } from '../kubernetes/decode-values.ts'
import { objectMeta, typeMeta } from '../kubernetes/metadata-type.ts'
import type { Toleration } from './toleration.ts'

/** `node.k8s.io/v1` RuntimeClass. */
export const runtimeClassType = struct('v1.RuntimeClass', {
  ...typeMeta,
  metadata: objectMeta,
  handler: text(),
  overhead: pointer(struct('v1.Overhead', { podFixed: resourceList })),
  scheduling: pointer(struct('v1.Scheduling', { nodeSelector: map(text()), tolerations: list(toleration) })),
})

export type DecodedClass = Decoded<typeof runtimeClassType>
export type DecodedPod = Decoded<typeof podType>

/** A class as it is validated and used. */
export function classFields({ handler, overhead, scheduling }: DecodedClass) {
  return {
    handler,
    ...(overhead && { overhead: overhead.podFixed }),
    nodeSelector: scheduling?.nodeSelector ?? new Map<string, string>(),
    tolerations: (scheduling?.tolerations ?? []).map(tolerationOf),
  }
}

/** A Pod as far as it decides where and with which runtime it runs. */
export function podFields({ spec }: DecodedPod) {
  const { runtimeClassName, overhead, nodeName, nodeSelector, affinity } = spec
  const hasAffinity = Object.values(affinity ?? {}).some(of => of !== undefined)
  return {
    ...(runtimeClassName !== undefined && { runtimeClassName }),
    ...(overhead && { overhead }),
    ...{ nodeName, nodeSelector, hasAffinity, tolerations: spec.tolerations.map(tolerationOf) },
  }
}

function tolerationOf({ tolerationSeconds, ...rest }: Decoded<typeof toleration>): Toleration {
  return { ...rest, ...(tolerationSeconds !== undefined && { tolerationSeconds: Number(tolerationSeconds) }) }
}
