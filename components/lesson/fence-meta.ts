/** What an author may write behind the language of a fence: ```json file=/etc/x.json host=node01 lit=2,5-7 note="…" */
export interface FenceMeta {
  readonly file?: string
  readonly host?: string
  /** What the block is, where it is no file: `kubectl describe pod web`. */
  readonly title?: string
  /** Lines that decide, counted from 1. */
  readonly lit: readonly number[]
  /** Said at the end of the first lit line. */
  readonly note?: string
}

const MAX_LINES = 2000

/** Reads `key=value` and `key="a value"`; what it does not know it leaves alone. */
export function fenceMeta(meta: string): FenceMeta {
  const values = new Map<string, string>()
  for (const [, key = '', quoted, bare] of meta.matchAll(/([a-z]+)=(?:"([^"]*)"|(\S+))/g))
    values.set(key, quoted ?? bare ?? '')
  const file = values.get('file')
  const host = values.get('host')
  const title = values.get('title')
  const note = values.get('note')
  return {
    lit: lineNumbers(values.get('lit') ?? ''),
    ...(file && { file }),
    ...(host && { host }),
    ...(title && { title }),
    ...(note && { note }),
  }
}

/** `2,5-7` → 2, 5, 6, 7. */
function lineNumbers(list: string): readonly number[] {
  return list.split(',').flatMap(piece => {
    const [, first, last = first] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(piece.trim()) ?? []
    if (first === undefined || last === undefined) return []
    const from = Number(first)
    const count = Math.min(Math.max(Number(last) - from + 1, 0), MAX_LINES)
    return Array.from({ length: count }, (_, at) => from + at)
  })
}
