import { Refused } from './refused.ts'
import type { Scanner } from './scanner.ts'
import type { Token } from './tokens.ts'

/** Handles of tags and what they stand for. */
export type TagHandles = ReadonlyMap<string, string>

/** Reads the directives before a document; without any, those of the document before stay. */
export function readDirectives(scanner: Scanner, before: TagHandles): TagHandles {
  let handles: Map<string, string> | undefined
  let hasVersion = false
  for (let token = scanner.peek(); token?.type === 'directive'; token = scanner.peek()) {
    handles ??= new Map()
    if (token.value === 'YAML') {
      checkVersion(token, hasVersion)
      hasVersion = true
    } else if (token.value === 'TAG') addHandle(token, handles)
    scanner.pop()
  }
  return handles ?? before
}

function checkVersion({ params, mark }: Token, isKnown: boolean): void {
  const [version = ''] = params
  if (params.length !== 1) throw new Refused(mark, 'YAML directives must have exactly one argument')
  if (isKnown) throw new Refused(mark, 'repeated YAML directive')
  const numbers = /^\s*([+-]?\d+).\s*[+-]?\d+$/s.exec(version)
  if (!numbers) throw new Refused(mark, `bad YAML version: ${version}`)
  if (Number(numbers[1]) > 1) throw new Refused(mark, 'YAML major version too large')
}

function addHandle({ params, mark }: Token, handles: Map<string, string>): void {
  const [handle, prefix] = params
  if (handle === undefined || prefix === undefined || params.length !== 2)
    throw new Refused(mark, 'TAG directives must have exactly two arguments')
  if (handles.has(handle)) throw new Refused(mark, 'repeated TAG directive')
  handles.set(handle, prefix)
}

/** A tag's text with its handle put in. */
export function tagOf({ value, params }: Token, handles: TagHandles): string {
  const [kind, name = ''] = params
  const meant = (handle: string) => handles.get(handle) ?? (handle === '!!' ? 'tag:yaml.org,2002:' : handle)
  if (kind === 'verbatim') return value
  if (kind === 'named') return `${meant(`!${name}!`)}${value}`
  if (kind === 'primary') return `${meant('!')}${value}`
  return kind === 'secondary' ? meant('!!') : '!'
}
