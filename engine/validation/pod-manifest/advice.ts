import type { Finding } from '../../yaml/finding.ts'
import { limit } from '../../yaml/limits.ts'
import type { Path } from '../../yaml/range.ts'
import { placedContainers } from '../pod/containers.ts'
import type { DecodedPod } from '../pod/decoded.ts'
import { imageTag } from '../pod/image-tag.ts'
import { nonRootRefusal } from '../pod/non-root.ts'
import type { Pod } from '../pod/pod.ts'
import { podOf } from '../pod/pod-of.ts'
import { violationsOf } from '../pod-security/evaluate.ts'
import { finding, type PodCode, securityCodes } from './finding-codes.ts'
import { type PodObject, podsIn } from './pods-in.ts'

/**
 * What a person may want to weigh of the Pods of a file, and of the templates in its workloads: what breaks the Pod Security
 * Standards, field by field, and what a Pod gets without asking. Nothing is said of Pods that cannot be decoded.
 */
export function podAdvice(text: string): readonly Finding[] {
  return podsIn(text)
    .flatMap(object => ('manifest' in object && object.decoded.wrong.length === 0 ? adviceOn(object) : []))
    .slice(0, limit.findings)
}

interface Advice {
  readonly code: PodCode
  /** From the Pod’s root. */
  readonly paths: readonly Path[]
  readonly message: string
}

function adviceOn({ manifest, workload, pod: decoded }: PodObject): readonly Finding[] {
  if (!decoded || decoded.spec.containers.length === 0) return []
  const pod = podOf(decoded)
  const all = [...broken(pod), ...refusedAsRoot(pod), ...ignoredProfiles(pod), ...withoutAsking(decoded)]
  return all.flatMap(({ code, paths, message }) => {
    const seen = new Set<number>()
    return paths.flatMap(path => {
      const whole = [...workload.root, ...path]
      const range = manifest.rangeOf(whole)
      if (seen.has(range.start)) return []
      seen.add(range.start)
      return [finding(code, whole, range, message)]
    })
  })
}

const known: Readonly<Record<string, PodCode>> = securityCodes

function broken(pod: Pod): readonly Advice[] {
  const baseline = violationsOf({ level: 'baseline', version: 'latest' }, pod)
  const isTold = new Set(baseline.map(({ check }) => check))
  const restricted = violationsOf({ level: 'restricted', version: 'latest' }, pod)
  const levels = { Baseline: baseline, Restricted: restricted.filter(({ check }) => !isTold.has(check)) }
  return Object.entries(levels).flatMap(([level, violations]) =>
    violations.flatMap(({ check, reason, detail, paths }): readonly Advice[] => {
      const code = known[check]
      return code === undefined
        ? []
        : [{ code, paths: paths(), message: `${level} does not allow this: ${reason} (${shortened(detail())}).` }]
    }),
  )
}

/** The words name every container; of very many, the first are enough. */
function shortened(detail: string): string {
  return detail.length > 500 ? `${detail.slice(0, 500)}…` : detail
}

function refusedAsRoot(pod: Pod): readonly Advice[] {
  return placedContainers(pod).flatMap((placed): readonly Advice[] => {
    const refusal = nonRootRefusal(placed, {}, pod.metadata.name ?? '')
    if (!refusal?.path) return []
    const message = `The kubelet will not start container ${placed.container.name}: it must not run as root, and is told to. Give runAsUser another number.`
    return [{ code: 'pod-root-refused', paths: [refusal.path], message }]
  })
}

function ignoredProfiles(pod: Pod): readonly Advice[] {
  return placedContainers(pod).flatMap(({ container, path }): readonly Advice[] => {
    const own = container.securityContext
    if (own?.privileged !== true) return []
    const seccomp = (own.seccompProfile ?? pod.spec.securityContext?.seccompProfile)?.type
    if (seccomp === undefined || seccomp === 'Unconfined') return []
    const from = own.seccompProfile ? path : ['spec']
    const message = `Container ${container.name} is privileged, so no seccomp profile filters it, this one neither. Take privileged away.`
    return [{ code: 'pod-profile-ignored', paths: [[...from, 'securityContext', 'seccompProfile']], message }]
  })
}

function withoutAsking({ spec }: DecodedPod): readonly Advice[] {
  const lists = (['initContainers', 'containers'] as const).flatMap(list =>
    spec[list].map((container, index) => ({ container, path: ['spec', list, index] as Path })),
  )
  const account = spec.serviceAccountName || 'default'
  const token: Advice = {
    code: 'pod-token-mounted',
    paths: [['spec', 'automountServiceAccountToken']],
    message: `Every container gets a token of ServiceAccount ${account}, unless the account says otherwise. Where no program asks the API server, write automountServiceAccountToken: false.`,
  }
  return [
    ...(spec.automountServiceAccountToken === undefined ? [token] : []),
    ...lists.flatMap(({ container, path }): readonly Advice[] => {
      const { name, image, securityContext, env, envFrom } = container
      const secrets = [
        ...env.flatMap((it, at) =>
          it.valueFrom?.secretKeyRef ? [[...path, 'env', at, 'valueFrom', 'secretKeyRef']] : [],
        ),
        ...envFrom.flatMap((it, at) => (it.secretRef ? [[...path, 'envFrom', at, 'secretRef']] : [])),
      ]
      const latest: Advice = {
        code: 'pod-image-tag',
        paths: [[...path, 'image']],
        message: `What ${image} is may change from one start to the next. Name a version, better a digest.`,
      }
      const writable: Advice = {
        code: 'pod-writable-root',
        paths: [[...path, 'securityContext', 'readOnlyRootFilesystem']],
        message: `Whoever gets into container ${name} may change its programs. Write readOnlyRootFilesystem: true, and give it an emptyDir where it has to write.`,
      }
      return [
        ...(imageTag(image) === 'latest' ? [latest] : []),
        ...(securityContext?.readOnlyRootFilesystem === true ? [] : [writable]),
        ...secrets.map(
          (place): Advice => ({
            code: 'pod-secret-in-environment',
            paths: [place],
            message: `A Secret in the environment of ${name} is seen by every program that it starts, and often ends in logs. Mount it as a file.`,
          }),
        ),
      ]
    }),
  ]
}
