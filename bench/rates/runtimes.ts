import type { ContainerdConfig } from '#engine/validation/containerd-config/config.ts'
import { lookUpHandler } from '#engine/validation/containerd-config/lookup.ts'
import { readContainerdConfig } from '#engine/validation/containerd-config/read.ts'
import { generator } from '#engine/validation/fixtures/generator.ts'
import { admitPod } from '#engine/validation/runtime-class/admit.ts'
import type { Pod, RuntimeClass } from '#engine/validation/runtime-class/objects.ts'
import { readManifests } from '#engine/validation/runtime-class/read.ts'
import { inFiles } from './in-files.ts'
import { growing, measurable, mixed } from './subject.ts'

function runtimeClass(i: number): string {
  const scheduling = `scheduling: {nodeSelector: {sandbox: s${i}}, tolerations: [{key: k${i}, operator: Exists}]}`
  return `apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: class-${i}}\nhandler: h${i}\n${scheduling}\n`
}

function pods(classes: number): readonly Pod[] {
  const { next, times } = generator(53)
  const texts = times(mixed, () => {
    const chosen = `runtimeClassName: class-${next(classes + Math.ceil(classes / 4))}`
    return `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {${chosen}, containers: [{name: c, image: i}]}\n`
  })
  return inFiles(texts).flatMap(text => readManifests(text).value?.pods ?? [])
}

const table = (i: number) =>
  `[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.h${i}]\nruntime_type = 'io.containerd.runsc.v1'\n`

export const runtimes = [
  measurable<ReadonlyMap<string, RuntimeClass>, Pod>({
    name: 'RuntimeClasses',
    sizes: growing,
    files: classes => inFiles(Array.from({ length: classes }, (_, i) => runtimeClass(i))),
    compile(files) {
      const read = files.map(readManifests)
      const refused = read.flatMap(it => it.refused)[0]
      if (refused) throw new Error(`refused: ${refused.words}`)
      return new Map(read.flatMap(({ value }) => value?.classes ?? []).map(it => [it.name, it]))
    },
    rates: [
      { of: 'Pods admitted', questions: pods, ask: (classes, pod) => ('admitted' in admitPod(pod, classes) ? 1 : 0) },
    ],
  }),
  measurable<ContainerdConfig, string>({
    name: 'containerd configuration, runtimes',
    sizes: growing,
    files: count => [`version = 3\n${Array.from({ length: count }, (_, i) => table(i)).join('')}`],
    compile([text = '']) {
      const { value, refusal } = readContainerdConfig(text)
      if (!value || refusal !== undefined) throw new Error(`refused: ${refusal}`)
      return value
    },
    rates: [
      {
        of: 'handlers looked up',
        questions(count) {
          const { next, times } = generator(59)
          return times(mixed, () => `h${next(count + Math.ceil(count / 4))}`)
        },
        ask: (config, handler) => ('runtime' in lookUpHandler(config, handler) ? 1 : 0),
      },
    ],
  }),
]
