import type { DecodedPod } from '../../validation/pod/decoded.ts'
import { mutatePod } from '../../validation/runtime-class/admit.ts'
import { podFields } from '../../validation/runtime-class/decode.ts'
import type { RuntimeClass } from '../../validation/runtime-class/objects.ts'
import { type Answer, refusal } from './answer.ts'

/** What the plugin RuntimeClass makes of a Pod before validation, and whether its class has an overhead. */
export function admitRuntimeClass(
  pod: DecodedPod,
  classes: ReadonlyMap<string, RuntimeClass>,
): { readonly pod: DecodedPod; readonly hasClassOverhead: boolean } | { readonly answer: Answer } {
  if (pod.spec.runtimeClassName === undefined) return { pod, hasClassOverhead: false }
  const name = pod.metadata.name || pod.metadata.generateName || 'Unknown'
  const admission = mutatePod({ ...podFields(pod), name }, classes)
  if ('refused' in admission) {
    const { refused, why } = admission
    if (why === 'bad-class-name') return { answer: refusal(500, refused) }
    return { answer: refusal(403, refused, 'Forbidden', { name, kind: 'pods' }) }
  }
  const { overhead, nodeSelector, tolerations, runtimeClass } = admission.admitted
  const spec = {
    ...{ ...pod.spec, overhead, nodeSelector },
    tolerations: tolerations.map(({ tolerationSeconds: seconds, ...rest }) => ({
      ...{ ...rest, tolerationSeconds: seconds === undefined ? undefined : BigInt(seconds) },
    })),
  }
  return { pod: { ...pod, spec }, hasClassOverhead: runtimeClass?.overhead !== undefined }
}
