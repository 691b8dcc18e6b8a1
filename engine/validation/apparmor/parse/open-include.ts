/** The files that an include can name: absolute path → text. Folders are what paths begin with. */
export interface Includes {
  readonly files: ReadonlyMap<string, string>
  /** Where `<name>` is looked for. */
  readonly base: string
  /** Those of which only the name is known. */
  readonly unheld: ReadonlySet<string>
}

export type IncludeCache = Set<string>

/** Leftovers of editors and packages, which a folder's include passes over. */
const passedOver = /^\.|^README$|~$|\.(?:dpkg-(?:new|old|dist|bak|remove)|pacsave|pacnew|rpmnew|rpmsave|orig|rej)$/

/**
 * The files of one include in their order; none where all of them have been included in this block already. Undefined when
 * there is nothing of that name.
 */
export function openInclude(
  { files, base }: Includes,
  cache: IncludeCache,
  name: string,
  searched: boolean,
): readonly { readonly path: string; readonly text: string }[] | undefined {
  const path = normalised(searched || !name.startsWith('/') ? `${base}/${name}` : name)
  if (cache.has(path)) return []
  const text = files.get(path)
  if (text !== undefined) {
    cache.add(path)
    return [{ path, text }]
  }
  const inside = [...files.keys()].filter(it => it.startsWith(`${path}/`) && !it.slice(path.length + 1).includes('/'))
  if (inside.length === 0) return undefined
  cache.add(path)
  return inside
    .filter(it => !passedOver.test(it.slice(path.length + 1)) && !cache.has(it))
    .sort()
    .map(it => {
      cache.add(it)
      return { path: it, text: files.get(it) ?? '' }
    })
}

function normalised(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}
