import { z } from 'zod'
import type { AdmittedPod } from '../../validation/runtime-class/admit.ts'
import type { Resources } from '../../validation/runtime-class/resources.ts'
import type { Toleration } from '../../validation/runtime-class/toleration.ts'
import { type Line, present, undecided } from '../evaluator.ts'

/** A Pod whose stored form can be told: nothing in it is defaulted but what every Pod gets. */
const plainPod = z.strictObject({
  apiVersion: z.literal('v1'),
  kind: z.literal('Pod'),
  metadata: z.strictObject({ name: z.string() }),
  spec: z.strictObject({
    automountServiceAccountToken: z.literal(false),
    containers: z.array(z.strictObject({ name: z.string(), image: z.string() })),
    runtimeClassName: z.string().nullish(),
    overhead: z.unknown().optional(),
    nodeSelector: z.unknown().optional(),
    tolerations: z.unknown().optional(),
  }),
})

/** What a Pod gets from the plugin DefaultTolerationSeconds, unless it says something of these taints itself. */
export function withDefaultTolerations(own: readonly Toleration[]): readonly Toleration[] {
  const keys = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'].filter(
    taint => !own.some(({ key, effect }) => (key === taint || key === '') && (effect === 'NoExecute' || effect === '')),
  )
  const added = keys.map(key => ({ key, operator: 'Exists', value: '', effect: 'NoExecute', tolerationSeconds: 300 }))
  return [...own, ...added]
}

/** The Pod as the API server stores and returns it. */
export function storedPod(body: unknown, namespace: string, admitted: AdmittedPod): Line {
  const pod = plainPod.safeParse(body)
  if (!pod.success) return undecided('Only the simplest Pods are told as they are stored.')
  const { metadata, spec } = pod.data
  return {
    ...{ kind: 'Pod', apiVersion: 'v1', metadata: { ...metadata, namespace, generation: 1 } },
    spec: {
      containers: spec.containers.map(storedContainer),
      ...{ restartPolicy: 'Always', terminationGracePeriodSeconds: 30, dnsPolicy: 'ClusterFirst' },
      ...(admitted.nodeSelector.size > 0 && { nodeSelector: Object.fromEntries(admitted.nodeSelector) }),
      ...{ serviceAccountName: 'default', serviceAccount: 'default', automountServiceAccountToken: false },
      ...{ securityContext: {}, schedulerName: 'default-scheduler' },
      tolerations: admitted.tolerations.map(shownToleration),
      priority: 0,
      ...present({ runtimeClassName: spec.runtimeClassName ?? undefined }),
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
      ...(admitted.overhead && admitted.overhead.size > 0 && { overhead: amounts(admitted.overhead) }),
    },
    status: { phase: 'Pending', qosClass: 'BestEffort' },
  }
}

/** A container with its defaults. */
export function storedContainer({ name, image }: { readonly name: string; readonly image: string }): Line {
  return {
    ...{ name, image, resources: {}, terminationMessagePath: '/dev/termination-log' },
    ...{ terminationMessagePolicy: 'File' },
    imagePullPolicy: /:(?!latest$)[^/]+$/.test(image) ? 'IfNotPresent' : 'Always',
  }
}

export function amounts(resources: Resources): Line {
  return Object.fromEntries([...resources].map(([name, { canonical }]) => [name, canonical]))
}

/** Without what is empty. */
export function shownToleration(toleration: Toleration): Line {
  return Object.fromEntries(Object.entries(toleration).filter(([, value]) => value !== ''))
}
