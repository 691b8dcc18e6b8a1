import type { Path } from '../yaml/range.ts'

/** Reads fields of a decoded object as Go's JSON decoder does: null is the zero value, a wrong type is an error in its words. */
export interface GoFields {
  text(path: Path, struct: string): string
  flag(path: Path, struct: string): boolean | undefined
  texts(path: Path, struct: string): readonly string[]
  /** The paths of a list's items; empty when there is no list. */
  items(path: Path, struct: string, type: string): readonly Path[]
  /** The keys of an object; undefined when there is none. */
  object(path: Path, struct: string, type: string): readonly string[] | undefined
  /** The first wrong type that was met. */
  problem(): { readonly words: string; readonly path: Path } | undefined
}

export function goFields(root: unknown): GoFields {
  let problem: { words: string; path: Path } | undefined
  const at = (path: Path) => path.reduce<unknown>(step, root) ?? undefined
  const wrong = (path: Path, struct: string, type: string) => {
    const field = path.filter(part => typeof part === 'string').join('.')
    problem ??= {
      words: `json: cannot unmarshal ${nameOf(at(path))} into Go struct field ${struct}.${field} of type ${type}`,
      path,
    }
  }
  const text = (path: Path, struct: string): string => {
    const value = at(path)
    if (typeof value === 'string') return value
    if (value !== undefined) wrong(path, struct, 'string')
    return ''
  }
  const items = (path: Path, struct: string, type: string): readonly Path[] => {
    const value = at(path)
    if (Array.isArray(value)) return value.map((_, index) => [...path, index])
    if (value !== undefined) wrong(path, struct, type)
    return []
  }
  return {
    text,
    items,
    texts: (path, struct) => items(path, struct, '[]string').map(item => text(item, struct)),
    flag(path, struct) {
      const value = at(path)
      if (typeof value === 'boolean' || value === undefined) return value
      wrong(path, struct, 'bool')
      return undefined
    },
    object(path, struct, type) {
      const value = at(path)
      if (value === undefined) return undefined
      if (typeof value === 'object' && !Array.isArray(value) && value !== null) return Object.keys(value)
      wrong(path, struct, type)
      return undefined
    },
    problem: () => problem,
  }
}

function step(value: unknown, part: string | number): unknown {
  if (Array.isArray(value)) return typeof part === 'number' ? value[part] : undefined
  if (typeof value !== 'object' || value === null || typeof part === 'number') return undefined
  return Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'boolean') return 'bool'
  return typeof value
}
