import type { JsonNode } from '../../yaml/go/json.ts'
import type { Path } from '../../yaml/range.ts'
import type { Component } from '../flags/benchmark/wants.ts'
import { type Manifest, readManifests } from '../kubernetes/manifests.ts'
import type { CommandLine, Written } from './command-line.ts'

const places: readonly (readonly [component: Component, kinds: readonly string[], path: Path])[] = [
  ['kube-apiserver', ['ClusterConfiguration'], ['apiServer', 'extraArgs']],
  ['kube-controller-manager', ['ClusterConfiguration'], ['controllerManager', 'extraArgs']],
  ['kube-scheduler', ['ClusterConfiguration'], ['scheduler', 'extraArgs']],
  ['kubelet', ['InitConfiguration', 'JoinConfiguration'], ['nodeRegistration', 'kubeletExtraArgs']],
]

/** The flags that a configuration of kubeadm adds to those that it writes itself. */
export function commandLinesInKubeadm(text: string): readonly CommandLine[] {
  return readManifests(text).flatMap(manifest => {
    if ('refused' in manifest || !manifest.apiVersion.startsWith('kubeadm.k8s.io/')) return []
    return places.flatMap(([component, kinds, path]): readonly CommandLine[] => {
      if (!kinds.includes(manifest.kind)) return []
      const words = wordsAt(manifest, path)
      return words.length === 0
        ? []
        : [{ component, words, program: { path, range: manifest.rangeOf(path) }, isWhole: false }]
    })
  })
}

/** A list of names and values since v1beta4, a map before. */
function wordsAt({ node, rangeOf }: Manifest, path: Path): readonly Written[] {
  let found: JsonNode | undefined = node
  for (const step of path) found = found && member(found, String(step))
  if (found?.kind === 'object')
    return found.members.flatMap(({ key, value }) => {
      const here = [...path, key]
      return value.kind === 'string' ? [{ text: `--${key}=${value.value}`, path: here, range: rangeOf(here) }] : []
    })
  if (found?.kind !== 'array') return []
  return found.items.flatMap((item, index): readonly Written[] => {
    const [name, value] = [member(item, 'name'), member(item, 'value')]
    const here = [...path, index]
    if (name?.kind !== 'string') return []
    return [
      { text: `--${name.value}=${value?.kind === 'string' ? value.value : ''}`, path: here, range: rangeOf(here) },
    ]
  })
}

function member(node: JsonNode, key: string): JsonNode | undefined {
  return node.kind === 'object' ? node.members.findLast(it => it.key === key)?.value : undefined
}
