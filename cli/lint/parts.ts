import { partsOf } from '#engine/validation/parts.ts'
import { hostPath } from './host-path.ts'

/** Endings that files of a syntax have; where the table has none, they have no ending at all. */
const endings: Readonly<Record<string, readonly string[]>> = {
  yaml: ['.yaml', '.yml', '.json'],
  json: ['.json'],
  toml: ['.toml'],
  unit: ['.service', '.conf', '.env'],
}

/**
 * Whether a file that was found in a folder is one to lint, and does not only quote such a text, as notes and scripts do.
 *
 * @param path the whole path, with `/`
 */
export function isLintable(text: string, path: string): boolean {
  const laid = hostPath(path).path
  const [ending = ''] = /(?<=[^/])\.[^./]*$/.exec(path) ?? []
  return partsOf(text, laid).some(
    ({ kind }) => (endings[kind.syntax] ?? ['']).includes(ending.toLowerCase()) || kind.isPlacedBy(laid, text),
  )
}
