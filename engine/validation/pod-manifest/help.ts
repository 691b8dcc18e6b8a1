import type { Field } from '../field.ts'
import { metadataHelp, selectorHelp } from '../kubernetes/help.ts'
import { podHelp } from '../runtime-class/help.ts'

const podKeys: Readonly<Record<string, Field>> = podHelp.keys ?? {}

const template: Field = {
  says: 'What each Pod is made from.',
  keys: { metadata: metadataHelp, spec: podKeys.spec ?? { says: 'What runs, and how.' } },
}

const jobKeys: Readonly<Record<string, Field>> = {
  template,
  completions: { says: 'How many Pods have to end well.' },
  parallelism: { says: 'How many Pods run at once.' },
  backoffLimit: { says: 'How often it is tried again. 6 where nothing is written.' },
  activeDeadlineSeconds: { says: 'After how many seconds it is ended.' },
  ttlSecondsAfterFinished: { says: 'After how many seconds it is deleted when it has ended.' },
}

const kinds: readonly (readonly [kind: string, apiVersion: string, says: string])[] = [
  ['Deployment', 'apps/v1', 'Pods that are all the same, replaced step by step.'],
  ['StatefulSet', 'apps/v1', 'Pods with names and volumes of their own.'],
  ['DaemonSet', 'apps/v1', 'A Pod for every node.'],
  ['ReplicaSet', 'apps/v1', 'A number of Pods that are all the same.'],
  ['Job', 'batch/v1', 'Pods that run until they end.'],
  ['CronJob', 'batch/v1', 'Jobs at set times.'],
]

/** A workload, for people who ask while they type. */
export const workloadHelp: Field = {
  says: 'A workload: it makes Pods.',
  keys: {
    apiVersion: {
      says: 'The version of the object.',
      values: [
        { text: 'apps/v1', says: 'That of a Deployment, a StatefulSet, a DaemonSet, a ReplicaSet.' },
        { text: 'batch/v1', says: 'That of a Job and a CronJob.' },
      ],
    },
    kind: {
      says: 'What the object is.',
      values: kinds.map(([text, apiVersion, says]) => ({ text, says: `${says} Its apiVersion is ${apiVersion}.` })),
    },
    metadata: metadataHelp,
    spec: {
      says: 'What Pods there are to be.',
      keys: {
        ...jobKeys,
        replicas: { says: 'How many Pods. One where nothing is written.' },
        selector: selectorHelp('By which labels it knows its Pods. The template has to have them.'),
        schedule: { says: 'When a CronJob makes a Job: minute, hour, day, month, day of the week.' },
        jobTemplate: {
          says: 'What each Job is made from.',
          keys: { metadata: metadataHelp, spec: { says: 'What the Job does.', keys: jobKeys } },
        },
      },
    },
  },
}
