import type { ArtefactKind, NamedText } from '#engine/validation/kinds.ts'
import type { NearFile } from './protocol.ts'

/** Files of one folder that are read beside a file: more would keep it waiting. */
const MAX_FILES = 20

/**
 * What a file is read with: what is there already, in its order, and what still has to be asked for. A folder is asked for by
 * its path with a slash behind it, and comes as the names of its files, a line each; those that stand before the file count.
 */
export function filesBefore(
  { before }: ArtefactKind,
  path: string,
  near: readonly NearFile[],
): { readonly wants: readonly string[]; readonly present: readonly NamedText[] } {
  const known = new Map(near.map(file => [file.path, file.text]))
  const paths = (before?.(path) ?? []).flatMap(each => [
    each,
    ...(each.endsWith('/') ? inFolder(each, path, known) : []),
  ])
  return {
    wants: paths.filter(each => !known.has(each)),
    present: paths.flatMap(each => {
      const text = known.get(each)
      return typeof text === 'string' && !each.endsWith('/') ? { path: each, text } : []
    }),
  }
}

function inFolder(folder: string, path: string, known: ReadonlyMap<string, string | null>): readonly string[] {
  const names = known.get(folder)?.split('\n') ?? []
  return names
    .map(name => folder + name)
    .filter(each => /\.ya?ml$/.test(each) && each < path)
    .toSorted()
    .slice(-MAX_FILES)
}
