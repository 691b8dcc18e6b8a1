import type { PackView } from '#engine/grade/pack-view.ts'

export interface TreeFolder {
  readonly name: string
  readonly files: readonly { readonly path: string; readonly name: string }[]
}

export interface FileTree {
  /** Beside the labs. */
  readonly files: readonly string[]
  /** The lab that is open: its own files, and its folders with everything below them. */
  readonly lab: { readonly files: TreeFolder['files']; readonly folders: readonly TreeFolder[] }
}

/** The files of a pack as the tree shows them, with those of one lab. Paths begin in the pack. */
export function fileTree(paths: readonly string[], slug: string | undefined): FileTree {
  const own = slug === undefined ? [] : paths.filter(path => path.startsWith(`${slug}/`))
  const inLab = own.map(path => ({ path, name: path.slice((slug ?? '').length + 1) }))
  const folders = new Set(inLab.flatMap(({ name }) => /^([^/]+)\//.exec(name)?.[1] ?? []))
  return {
    files: paths.filter(path => !path.includes('/')),
    lab: {
      files: inLab.filter(({ name }) => !name.includes('/')),
      folders: [...folders].map(folder => ({
        name: folder,
        files: inLab
          .filter(({ name }) => name.startsWith(`${folder}/`))
          .map(({ path, name }) => ({ path, name: name.slice(folder.length + 1) })),
      })),
    },
  }
}

export type Mark = 'error' | 'warning' | 'missed' | 'earned' | 'open'

type Lab = PackView['contents'][number]

/** What the tree says of a lab: its faults first, then what its proof came to. */
export function labMark({ slug, proof }: Lab, { id, faults }: Pick<PackView, 'id' | 'faults'>): Mark {
  if (faults.some(({ file }) => file === `${id}/${slug}` || file.startsWith(`${id}/${slug}/`))) return 'error'
  if (proof?.verdict === undefined) return 'open'
  return proof.verdict.holds ? 'earned' : 'missed'
}

/** What the tree says of a file; `path` begins in the pack. */
export function fileMark(path: string, { id, faults, contents }: Pick<PackView, 'id' | 'faults' | 'contents'>) {
  const errors = faults.filter(({ file }) => file === `${id}/${path}`).length
  if (errors > 0) return { mark: 'error' as const, count: errors }
  const shortfalls = contents.flatMap(({ slug, proof }) =>
    (proof?.verdict?.shortfalls ?? []).filter(({ file }) => `${slug}/${file}` === path),
  )
  if (shortfalls.length === 0) return undefined
  return {
    mark: shortfalls.some(it => it.demand !== 'hints') ? ('missed' as const) : ('warning' as const),
    count: shortfalls.length,
  }
}
