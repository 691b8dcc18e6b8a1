import { podSpec, podType } from '../../validation/kubernetes/core/pod-type.ts'
import { encode } from '../../validation/kubernetes/encode.ts'
import { objectMeta } from '../../validation/kubernetes/metadata-type.ts'
import { appArmorFromAnnotations } from '../../validation/pod/app-armor-annotations.ts'
import type { DecodedPod } from '../../validation/pod/decoded.ts'
import { defaultPod } from '../../validation/pod/default-pod.ts'
import { withLabelKeys } from '../../validation/pod/label-keys.ts'
import { podErrors } from '../../validation/pod/validate.ts'
import { podWarnings } from '../../validation/pod/warnings.ts'
import { overheadWithoutClass } from '../../validation/runtime-class/admit.ts'
import { admitPodSecurity } from './admit-pod-security.ts'
import { admitPriority } from './admit-priority.ts'
import { admitRuntimeClass } from './admit-runtime-class.ts'
import { admitServiceAccount } from './admit-service-account.ts'
import { type Answer, refusal, refusalAsInvalid } from './answer.ts'
import { dedupeOwners } from './dedupe-owners.ts'
import { defaultTolerations } from './default-tolerations.ts'
import { qualityOfService } from './quality-of-service.ts'
import { type FieldValidation, readBody } from './read-body.ts'
import type { Store } from './store.ts'

/** A request that makes a Pod. */
export interface PodToCreate {
  /** That of the URL. */
  readonly namespace: string
  readonly body: string
  readonly fieldValidation: FieldValidation
  /** Five letters that generated names end in. */
  readonly suffix: string
  /** Who asks. */
  readonly user: string
}

const pod = { apiVersion: 'v1', kind: 'Pod', internal: 'core.Pod' }

/**
 * What the API server (v1.35) answers to a Pod that is to be made: decoded, completed, changed by the plugins that
 * always run, validated, admitted.
 */
export function createPod({ namespace, body, fieldValidation, suffix, user }: PodToCreate, store: Store): Answer {
  const read = readBody(podType, body, pod, fieldValidation)
  if ('answer' in read) return read.answer
  const { namespace: own } = read.value.metadata
  if (own !== '' && own !== namespace) {
    const why = 'the namespace of the provided object does not match the namespace sent on the request'
    return refusal(400, why, 'BadRequest')
  }
  const { owners, warnings: ofOwners } = dedupeOwners(read.value.metadata.ownerReferences)
  const given = { ...read.value, metadata: { ...read.value.metadata, ownerReferences: owners } }
  const warnings = [...read.warnings, ...ofOwners]
  // What has been said is not said again.
  const answered = (answer: Answer): Answer => ({
    ...answer,
    warnings: [...new Set([...warnings, ...answer.warnings])],
  })
  if (!store.namespaces.has(namespace)) {
    const details = { name: namespace, kind: 'namespaces' }
    return answered(refusal(404, `namespaces "${namespace}" not found`, 'NotFound', details))
  }
  const admitted = mutate(defaultPod(given), namespace, store, suffix)
  if ('answer' in admitted) return answered(admitted.answer)

  const prepared = appArmorFromAnnotations(withLabelKeys(named(admitted.pod, namespace, suffix)))
  warnings.push(...prepared.warnings)
  const { name } = prepared.pod.metadata
  const errors = podErrors(prepared.pod)
  if (errors.length > 0) return answered(refusalAsInvalid(pod, name, errors))
  warnings.push(...podWarnings(prepared.pod))
  const judged = admitPodSecurity(prepared.pod, namespace, user, store)
  const noted = { auditAnnotations: judged.auditAnnotations }
  if (judged.refused !== undefined) return { ...answered(forbidden(name, judged.refused)), ...noted }
  warnings.push(...judged.warnings)
  const isGiven = admitted.hasClassOverhead || prepared.pod.spec.overhead === undefined
  if (!isGiven) return { ...answered(forbidden(name, overheadWithoutClass)), ...noted }
  return { ...answered({ status: 201, warnings: [], body: stored(prepared.pod) }), ...noted }
}

type Mutated = { readonly pod: DecodedPod; readonly hasClassOverhead: boolean } | { readonly answer: Answer }

/** The plugins that may change a Pod, in their order. */
function mutate(given: DecodedPod, namespace: string, store: Store, suffix: string): Mutated {
  const { metadata } = given
  const refuse = (why: string) => ({ answer: forbidden(metadata.name || metadata.generateName || 'Unknown', why) })
  const accounts = store.serviceAccounts.get(namespace) ?? new Map()
  const withAccount = admitServiceAccount(given, namespace, accounts, suffix)
  if ('forbidden' in withAccount) return refuse(withAccount.forbidden)
  const ranked = admitPriority(withAccount.pod, store.priorityClasses)
  if ('forbidden' in ranked) return refuse(ranked.forbidden)
  const { spec } = ranked.pod
  const tolerant = { ...ranked.pod, spec: { ...spec, tolerations: defaultTolerations(spec.tolerations) } }
  return admitRuntimeClass(tolerant, store.runtimeClasses)
}

export function forbidden(name: string, why: string): Answer {
  return refusal(403, `pods "${name}" is forbidden: ${why}`, 'Forbidden', { name, kind: 'pods' })
}

/** As it is called from here on. */
function named(given: DecodedPod, namespace: string, suffix: string): DecodedPod {
  const { metadata, spec } = given
  const { name, generateName } = metadata
  const isMade = name === '' && generateName !== ''
  const seconds = spec.terminationGracePeriodSeconds ?? 30n
  return {
    ...given,
    metadata: { ...metadata, namespace, name: isMade ? `${generateName.slice(0, 58)}${suffix}` : name },
    // A Pod that would end before it is told to gets a second.
    // A workload is named in vain: its feature gate is off.
    spec: { ...spec, terminationGracePeriodSeconds: seconds < 0n ? 1n : seconds, workloadRef: undefined },
  }
}

/** Annotations that older versions kept containers in are taken away. */
function keptAnnotations(given: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (given.size === 0) return given
  const isOld = /^pod\.(?:alpha|beta)\.kubernetes\.io\/init-container(?:s|-statuses)$/
  return new Map([...given].filter(([key]) => !isOld.test(key)))
}

/** The Pod as it is stored and returned, without what chance and the clock give: uid, times. */
function stored({ metadata, spec }: DecodedPod): Answer['body'] {
  const kept = {
    ...objectMeta.zero(),
    ...{ name: metadata.name, generateName: metadata.generateName, namespace: metadata.namespace, generation: 1n },
    ...{ labels: metadata.labels, annotations: keptAnnotations(metadata.annotations) },
    ...{ ownerReferences: metadata.ownerReferences, finalizers: metadata.finalizers },
  }
  const gated = {
    ...{ type: 'PodScheduled', status: 'False', lastProbeTime: null, lastTransitionTime: null },
    ...{ reason: 'SchedulingGated', message: 'Scheduling is blocked due to non-empty scheduling gates' },
  }
  const status = {
    phase: 'Pending',
    ...(spec.schedulingGates.length > 0 && { conditions: [gated] }),
    qosClass: qualityOfService(spec),
  }
  return {
    ...{ kind: 'Pod', apiVersion: 'v1' },
    metadata: encode(objectMeta, kept),
    spec: encode(podSpec, spec),
    status,
  }
}
