import { normalise } from '#engine/cluster/file-tree.ts'
import type { Refused } from '#engine/grade/attempt-view.ts'
import { limits } from './limits.ts'
import { refused } from './refusals.ts'

type Refusal = { readonly ok: false } & Refused

/** Why a path of the simulated hosts cannot be meant; undefined when it is absolute, normalised and of sane length. */
export function pathRefusal(path: string): Refusal | undefined {
  if (path.length > limits.path) return refused('too-large', 'That path is too long. Linux allows 4096 characters.')
  if (path.includes('\0')) return refused('invalid', 'A path cannot hold a NUL character.')
  if (!path.startsWith('/') || normalise(path) !== path)
    return refused('invalid', `${path} is no absolute path without “.” and “..”. Write it from / on.`)
  if (path.split('/').some(name => new TextEncoder().encode(name).length > 255))
    return refused('invalid', 'A file name on this path is too long. Linux allows 255 bytes.')
  return undefined
}

/** Why a text cannot be saved as a file: bytes that are no text, or more than the editor's limit. */
export function textRefusal(text: string): Refusal | undefined {
  if (text.includes('\0'))
    return refused('invalid', 'The text holds a NUL character, so it is no text file. It was not saved.')
  if (/\p{Surrogate}/u.test(text)) return refused('invalid', 'The text holds half a character. It was not saved.')
  if (new TextEncoder().encode(text).length > limits.file)
    return refused('too-large', 'The file is larger than 1 MiB. It was not saved.')
  return undefined
}
