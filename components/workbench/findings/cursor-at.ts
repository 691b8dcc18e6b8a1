import type { ArtefactKind } from '#engine/validation/kinds.ts'
import { scanApparmor } from './apparmor-cursor.ts'
import { scanBlock } from './block-cursor.ts'
import type { Cursor } from './cursor.ts'
import { scanFlow } from './flow-cursor.ts'
import { scanToml } from './toml-cursor.ts'

/** What stands at an offset of a document; undefined where nothing can be said, in comments for one. */
export function cursorAt(text: string, offset: number, syntax: ArtefactKind['syntax']): Cursor | undefined {
  if (syntax === 'unit') return undefined
  if (syntax === 'apparmor') return scanApparmor(text, offset)
  if (syntax === 'toml') return scanToml(text, offset)
  const first = /^\uFEFF?(?:\s|#.*\n)*/.exec(text)?.[0].length ?? 0
  if (syntax === 'json' || text.charAt(first) === '{') return scanFlow(text, first, text.length, offset, []).cursor
  return scanBlock(text, offset)
}
