import { normalise } from '#engine/cluster/file-tree.ts'
import type { FileName } from '#engine/grade/attempt-view.ts'
import type { Lab } from '#engine/grade/lab.ts'

const atMost = 12

/**
 * Files that the editor opens at the start: what the lab lays on its hosts, and what its task names in code spans.
 * `certain` ones are there at the start; a path that the task only names is to be looked for on the lab's host.
 */
export function startFiles(
  lab: Pick<Lab, 'host' | 'start' | 'task'>,
): readonly (FileName & { readonly certain: boolean })[] {
  const laid = [...lab.start].flatMap(([host, files]) =>
    [...files].filter(([, node]) => node.kind === 'file').map(([path]) => ({ host, path, certain: true })),
  )
  const named = [...lab.task.matchAll(/`(\/[^`\s]+)`/g)]
    .map(([, path = '/']) => normalise(path))
    .filter(path => path !== '/')
    .map(path => ({ host: lab.host, path, certain: false }))
  const first = new Map<string, FileName & { readonly certain: boolean }>()
  for (const file of [...laid, ...named]) {
    const key = `${file.host} ${file.path}`
    if (!first.has(key)) first.set(key, file)
  }
  return [...first.values()].slice(0, atMost)
}
