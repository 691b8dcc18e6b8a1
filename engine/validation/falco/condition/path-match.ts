import { compileGlob } from './glob.ts'

/**
 * `pmatch`: whether one of the paths is the value, or a folder above it. Compared part by part between slashes, empty
 * parts aside, so `/etc` covers `/etc/x` and not `/etcx`. A part may be a shell pattern.
 */
export function compilePathMatch(paths: readonly string[]): (value: string) => boolean {
  const prefixes = paths.map(path =>
    partsOf(path).map(part => (/[*?[]/.test(part) ? compileGlob(part) : (value: string) => value === part)),
  )
  return value => {
    const parts = partsOf(value)
    return prefixes.some(
      prefix => prefix.length <= parts.length && prefix.every((test, index) => test(parts[index] ?? '')),
    )
  }
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter(part => part !== '')
}
