import type { Path } from '../../yaml/range.ts'
import type { Manifest } from '../kubernetes/manifests.ts'
import { podsIn } from '../pod-manifest/pods-in.ts'
import { type CommandLine, componentOf, type Written } from './command-line.ts'

/** The command lines of components that run as Pods: a container’s `command` and `args`. */
export function commandLinesInPods(text: string): readonly CommandLine[] {
  return podsIn(text).flatMap(object => {
    if (!('manifest' in object) || !object.pod || object.decoded.wrong.length > 0) return []
    const { manifest, workload, pod } = object
    return pod.spec.containers.flatMap(({ command, args }, index): readonly CommandLine[] => {
      const root = [...workload.root, 'spec', 'containers', index]
      const [program, ...words] = [
        ...written(command, [...root, 'command'], manifest),
        ...written(args, [...root, 'args'], manifest),
      ]
      const component = program && componentOf(program.text)
      return component ? [{ component, words, program, isWhole: true }] : []
    })
  })
}

function written(texts: readonly string[], list: Path, { rangeOf }: Manifest): readonly Written[] {
  return texts.map((text, at) => ({ text, path: [...list, at], range: rangeOf([...list, at]) }))
}
