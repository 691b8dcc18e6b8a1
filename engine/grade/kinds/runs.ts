import { z } from 'zod'
import type { Blamed } from '../../cluster/blamed.ts'
import { type PodRuntime, podRuntimes, type Speaker } from '../../cluster/runtime-classes.ts'
import type { AdmittedPod } from '../../validation/runtime-class/admit.ts'
import { readQuantity } from '../../validation/runtime-class/quantity.ts'
import type { Path } from '../../yaml/range.ts'
import { defineKind } from '../kind.ts'
import { allOf, miss, pass, ungraded } from '../outcomes.ts'
import { firstLineOf } from '../place-of.ts'
import type { CounterExample, DecidedBy, Outcome, Pair } from '../report.ts'
import { absolutePath } from '../schema-parts.ts'

const texts = z.record(z.string(), z.string())
const schema = z.strictObject({
  pod: absolutePath,
  named: z.string().optional(),
  with: z.array(absolutePath).min(1).optional(),
  handler: z.string().min(1),
  type: z.string().min(1).optional(),
  overhead: texts.optional(),
  selector: texts.optional(),
  host: z.string().optional(),
  node: z.string().optional(),
  labels: texts.optional(),
})
type Expectation = z.infer<typeof schema>

/**
 * `runs: { pod: /home/candidate/pod.yaml, with: [/home/candidate/runtimeclass.yaml], handler: runsc, node: node01 }`: if the
 * files were applied, the API server would admit the Pod, and the node would start it with that handler.
 * `type` is the runtime behind the handler; `overhead` and `selector` is what the Pod must have after admission.
 */
export const runs = defineKind({
  schema,
  faults: ({ overhead = {} }) =>
    Object.entries(overhead).flatMap(([name, amount]) =>
      'error' in readQuantity(amount) ? [{ path: ['overhead', name], message: `\`${amount}\` is no quantity.` }] : [],
    ),
  grade(expectation, { world, host: labHost }) {
    const host = expectation.host ?? labHost
    const question = {
      ...{ host, file: expectation.pod, applied: expectation.with ?? [], node: expectation.node ?? host },
      ...(expectation.named !== undefined && { pod: expectation.named }),
      labels: new Map(Object.entries(expectation.labels ?? {})),
    }
    return allOf(podRuntimes(world, question).map(runtime => graded(runtime, expectation, question.node)))
  },
})

function graded(runtime: PodRuntime, expectation: Expectation, node: string): Outcome {
  if (runtime.is === 'undecided') return ungraded(runtime.why)
  if (runtime.is === 'stopped') {
    const { pod, speaker, words, look, blamed } = runtime
    const say = pod === undefined ? 'There is no such Pod.' : `The Pod \`${pod}\` does not run.`
    return miss(said(speaker, say), {
      pairs: [
        { label: speakers[speaker], value: words, tone: 'got' },
        { label: 'On a real cluster', value: look },
      ],
      ...(blamed && { decidedBy: decidedBy(blamed, 'decides it') }),
    })
  }
  const { pod, admitted, handler, type, handlerBy, typeBy, classFile } = runtime
  const inClass = (path: Path): Blamed => {
    const range = admitted.runtimeClass?.rangeOf(path)
    return classFile && range
      ? { ...classFile, range, why: 'What the RuntimeClass says here is laid over the Pod.' }
      : handlerBy
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
    differs('It runs under', handler, expectation.handler, handlerBy, `decides the handler of ${pod.name}`)
  else if (expectation.type !== undefined && type !== expectation.type)
    differs(`\`${handler}\` starts`, type, expectation.type, typeBy, `decides what ${handler} starts`)
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

function said(speaker: Speaker, say: string): string {
  return speaker === 'containerd' ? 'containerd does not start with its configuration, so no Pod runs.' : say
}

function selectorShown({ nodeSelector }: AdmittedPod): string {
  const pairs = [...nodeSelector].map(([key, value]) => `${key}=${value}`)
  return pairs.length === 0 ? 'any label' : pairs.join(', ')
}

function decidedBy({ why, ...file }: Blamed, lit: string): DecidedBy {
  return { text: why, place: firstLineOf(file, file.range), lit }
}
