import { z } from 'zod'
import type { Blamed } from '../../cluster/blamed.ts'
import { type PodRuntime, podRuntimes, type Source, type Speaker } from '../../cluster/runtime-classes.ts'
import { type Host, textOf } from '../../cluster/world.ts'
import { readQuantity } from '../../validation/kubernetes/quantity.ts'
import type { AdmittedPod } from '../../validation/runtime-class/admit.ts'
import type { Path } from '../../yaml/range.ts'
import { type Context, defineKind } from '../kind.ts'
import { allOf, miss, pass, ungraded } from '../outcomes.ts'
import { firstLineOf } from '../place-of.ts'
import type { CounterExample, DecidedBy, Outcome, Pair } from '../report.ts'
import { absolutePath, hostName, probePath } from '../schema-parts.ts'

const texts = z.record(z.string(), z.string())
const manifest = z.union([absolutePath, probePath], {
  error: 'This has to be a path from the root, or `probes/…`.',
})
const schema = z
  .strictObject({
    pod: manifest.meta({
      description: "The file with the Pod's manifest: a learner's, or one of the lab below `probes/`.",
      examples: ['/home/candidate/pod.yaml'],
    }),
    named: z
      .string()
      .optional()
      .meta({
        description: 'Which Pod of the file is meant. Left out: all of them have to run as asked.',
        examples: ['web'],
      }),
    with: z
      .array(manifest)
      .min(1)
      .optional()
      .meta({
        description: 'Files that are applied before, in this order.',
        examples: [['/home/candidate/runtimeclass.yaml']],
      }),
    handler: z
      .string()
      .min(1)
      .meta({
        description: 'The handler that has to start it; without a RuntimeClass `runc` does.',
        examples: ['runsc'],
      }),
    type: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'The runtime behind the handler.', examples: ['io.containerd.runsc.v1'] }),
    overhead: texts
      .optional()
      .meta({ description: 'What the Pod has to have as overhead after admission.', examples: [{ cpu: '250m' }] }),
    selector: texts.optional().meta({
      description: 'What the Pod has to have as node selector after admission.',
      examples: [{ sandbox: 'gvisor' }],
    }),
    host: hostName.optional(),
    node: z
      .string()
      .optional()
      .meta({ description: 'The node where it would run. Left out: the host of the check.', examples: ['node01'] }),
    labels: texts.optional().meta({
      description: 'Labels of the node, beside those that every node has.',
      examples: [{ sandbox: 'gvisor' }],
    }),
  })
  .describe('Whether a Pod would be admitted, and under which runtime a node would start it.')
type Expectation = z.infer<typeof schema>

/**
 * `runs: { pod: /home/candidate/pod.yaml, with: [/home/candidate/runtimeclass.yaml], handler: runsc, node: node01 }`: if the
 * files were applied, the API server would admit the Pod, and the node would start it with that handler.
 * A file below `probes/` is the lab's own. `type` is the runtime behind the handler; `overhead` and `selector` is what the Pod must have after admission.
 */
export const runs = defineKind({
  schema,
  faults: ({ pod, with: applied = [], overhead = {} }, probes) => [
    ...[pod, ...applied].flatMap((file, index) =>
      file.startsWith('probes/') && !probes.has(file)
        ? [{ path: index === 0 ? ['pod'] : ['with', index - 1], message: `There is no \`${file}\` in this lab.` }]
        : [],
    ),
    ...Object.entries(overhead).flatMap(([name, amount]) =>
      'error' in readQuantity(amount) ? [{ path: ['overhead', name], message: `\`${amount}\` is no quantity.` }] : [],
    ),
  ],
  grade(expectation, context) {
    const name = expectation.host ?? context.host
    const host = context.world.hosts.get(name)
    if (!host) return ungraded(`there is no host ${name}`)
    const file = sourceOf(expectation.pod, host, context)
    if (!file)
      return miss('There is no such Pod.', {
        pairs: [{ label: 'kubectl says', value: `error: the path "${expectation.pod}" does not exist`, tone: 'got' }],
      })
    const question = {
      file,
      applied: (expectation.with ?? []).flatMap(path => sourceOf(path, host, context) ?? []),
      node: expectation.node ?? name,
      labels: new Map(Object.entries(expectation.labels ?? {})),
      ...(expectation.named !== undefined && { pod: expectation.named }),
    }
    const runtimes = podRuntimes(context.world, question)
    return allOf(runtimes.map(runtime => graded(runtime, expectation, question.node)))
  },
})

/** A file of the host, or one of the lab's own, which has no host. */
function sourceOf(path: string, host: Host, { probes }: Context): Source | undefined {
  const probe = probes.get(path)
  if (path.startsWith('probes/')) return probe === undefined ? undefined : { host: '', path, text: probe }
  const found = textOf(host, path)
  return 'text' in found ? { host: host.name, path: found.path, text: found.text } : undefined
}

function graded(runtime: PodRuntime, expectation: Expectation, node: string): Outcome {
  if (runtime.is === 'undecided') return ungraded(runtime.why)
  if (runtime.is === 'stopped') {
    const { pod, speaker, words, look, blamed } = runtime
    const say = pod !== undefined ? `The Pod \`${pod}\` does not run.` : nobody(speaker)
    return miss(said(speaker, say), {
      pairs: [
        { label: speakers[speaker], value: words, tone: 'got' },
        ...(look.includes('probes/') ? [] : [{ label: 'On a real cluster', value: look }]),
      ],
      ...(blamed && { decidedBy: decidedBy(blamed, 'decides it') }),
    })
  }
  const { pod, admitted, handler, type, handlerBy, typeBy, classFile, namedBy, defaultHandler } = runtime
  const inClass = (path: Path): Blamed => {
    const { runtimeClass } = admitted
    if (!classFile || !runtimeClass) return handlerBy
    const range = runtimeClass.rangeOf(path)
    if (range.start !== runtimeClass.rangeOf([]).start)
      return { ...classFile, range, why: 'The RuntimeClass lays this over the Pod.' }
    return { ...classFile, range: runtimeClass.rangeOf(['metadata', 'name']), why: 'This RuntimeClass gives none.' }
  }
  const examples: CounterExample[] = []
  const differs = (label: string, got: string, want: string, by: Blamed | undefined, lit: string) => {
    const pairs: readonly Pair[] = [
      { label: 'Pod', value: pod.name },
      { label, value: got, tone: 'got' },
      { label: 'Task asks', value: want, tone: 'want' },
    ]
    examples.push({ pairs, ...(by && { decidedBy: decidedBy(by, lit) }) })
  }
  if (handler !== expectation.handler)
    differs(
      'It runs under',
      handler,
      expectation.handler,
      (expectation.handler === defaultHandler ? namedBy : undefined) ?? handlerBy,
      `decides the handler of ${pod.name}`,
    )
  else if (expectation.type !== undefined && type !== expectation.type)
    differs(`${handler} starts`, type, expectation.type, typeBy, `decides what ${handler} starts`)
  for (const [name, want] of Object.entries(expectation.overhead ?? {})) {
    const got = admitted.overhead?.get(name)
    const wanted = readQuantity(want)
    if ('error' in wanted || got?.nano === wanted.nano) continue
    differs(`Overhead of ${name}`, got?.canonical ?? 'none', want, inClass(['overhead']), 'gives the overhead')
  }
  for (const [key, want] of Object.entries(expectation.selector ?? {})) {
    const got = admitted.nodeSelector.get(key)
    if (got !== want)
      differs('Only on nodes with', selectorShown(admitted), `${key}=${want}`, inClass(['scheduling']), 'chooses nodes')
  }
  if (examples.length === 0) return pass(`The Pod \`${pod.name}\` runs on ${node} under \`${handler}\`.`)
  return miss(`The Pod \`${pod.name}\` runs, but not as the task asks:`, ...examples)
}

const speakers: Readonly<Record<Speaker, string>> = {
  kubectl: 'kubectl says',
  'API server': 'The API server says',
  scheduler: 'The scheduler finds',
  kubelet: 'The kubelet says',
  containerd: 'containerd says',
}

function nobody(speaker: Speaker): string {
  return speaker === 'API server' ? 'The Pod is refused.' : 'There is no such Pod.'
}

function said(speaker: Speaker, say: string): string {
  return speaker === 'containerd'
    ? 'With this configuration containerd does not serve the kubelet, so no Pod runs.'
    : say
}

function selectorShown({ nodeSelector }: AdmittedPod): string {
  const pairs = [...nodeSelector].map(([key, value]) => `${key}=${value}`)
  return pairs.length === 0 ? 'any label' : pairs.join(', ')
}

/** A place in a probe is not shown. */
function decidedBy({ why, ...file }: Blamed, lit: string): DecidedBy {
  return file.host === '' ? { text: why } : { text: why, place: firstLineOf(file, file.range), lit }
}
