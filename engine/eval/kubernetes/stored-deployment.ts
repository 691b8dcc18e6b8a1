import { z } from 'zod'
import { pullPolicy } from '../../validation/pod/default-container.ts'
import { type Line, undecided } from '../evaluator.ts'
import { accepted } from './http.ts'

/** A Deployment whose stored form can be told: its Pods have nothing that is defaulted but what every Pod has. */
const plainDeployment = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('Deployment'),
  metadata: z.strictObject({ name: z.string() }),
  spec: z.strictObject({
    selector: z.unknown(),
    template: z.strictObject({
      metadata: z.unknown(),
      spec: z.strictObject({
        containers: z.array(z.strictObject({ name: z.string(), image: z.string() })),
        runtimeClassName: z.string().optional(),
        overhead: z.record(z.string(), z.string()).optional(),
      }),
    }),
  }),
})

/** What the API server answers to a Deployment: nobody looks for the class of its Pods before there are any. */
export function storedDeployment(body: unknown, path: string): Line {
  const read = plainDeployment.safeParse(body)
  if (!read.success) return undecided('Only the simplest Deployments are told as they are stored.')
  const { apiVersion, kind, metadata, spec } = read.data
  const { containers, ...pods } = spec.template.spec
  const namespace = /\/namespaces\/([^/]+)\//.exec(path)?.[1] ?? 'default'
  return accepted(201, {
    ...{ kind, apiVersion, metadata: { ...metadata, namespace, generation: 1 } },
    spec: {
      ...{ replicas: 1, selector: spec.selector },
      template: {
        metadata: spec.template.metadata,
        spec: {
          containers: containers.map(storedContainer),
          ...{ restartPolicy: 'Always', terminationGracePeriodSeconds: 30, dnsPolicy: 'ClusterFirst' },
          ...{ securityContext: {}, schedulerName: 'default-scheduler' },
          ...pods,
        },
      },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
      ...{ revisionHistoryLimit: 10, progressDeadlineSeconds: 600 },
    },
    status: {},
  })
}

/** A container with its defaults. */
function storedContainer({ name, image }: { readonly name: string; readonly image: string }): Line {
  return {
    ...{ name, image, resources: {}, terminationMessagePath: '/dev/termination-log' },
    ...{ terminationMessagePolicy: 'File' },
    imagePullPolicy: pullPolicy(image),
  }
}
