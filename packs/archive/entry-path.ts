import { packLimits } from '../pack-limits.ts'
import { ArchiveFault } from './archive-fault.ts'

/** What may not be in a name, with the code of its finding and the sentence; the first that fits is told. */
const refusedNames: readonly { readonly code: string; readonly test: RegExp; readonly say: string }[] = [
  {
    code: 'name',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
    test: /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
    say: 'has a character in its name that cannot be seen. Rename it.',
  },
  { code: 'backslash', test: /\\/, say: 'has a backslash in its name. Folders are parted by “/”.' },
  {
    code: 'absolute-path',
    test: /^(?:\/|[A-Za-z]:)/,
    say: 'is an absolute path. Paths in an archive begin at the pack’s folder.',
  },
  { code: 'traversal', test: /(?:^|\/)\.\.(?:\/|$)/, say: 'leads out of the pack. “..” may not be in a path.' },
  { code: 'name', test: /[<>:"|?*]/, say: 'has a character in its name that not every system can store. Rename it.' },
  { code: 'name', test: /[ .](?:\/|$)/, say: 'has a name that ends in a blank or a dot. Rename it.' },
]

/**
 * A name in an archive as a path with single `/`, without `./` in front and `/` behind; empty for the archive's own root.
 * Throws an ArchiveFault for a name that could lead elsewhere, or not be stored everywhere.
 */
export function entryPath(name: string): string {
  const shown = printedName(name)
  const path = name.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '')
  if (path === '' && !name.startsWith('/')) return ''
  if (path === '.') return ''
  for (const { code, test, say } of refusedNames)
    if (test.test(path === '' ? name : path)) throw new ArchiveFault(code, shown, `“${shown}” ${say}`)
  const names = path.split('/')
  if (names.some(it => it === '' || it === '.'))
    throw new ArchiveFault('name', shown, `“${shown}” has an empty name or “.” in its path. Pack it again without.`)
  if (path.length > packLimits.path || names.some(it => it.length > packLimits.name)) {
    const most = `A path has at most ${packLimits.path} characters, and a name in it ${packLimits.name}.`
    throw new ArchiveFault('name', shown, `“${shown}” is too long. ${most}`)
  }
  if (names.length > packLimits.depth + 1) {
    const say = `“${shown}” lies too deep. At most ${packLimits.depth} folders lie inside each other.`
    throw new ArchiveFault('depth', shown, say)
  }
  return path
}

/** A name fit to be shown: short, and without what cannot be seen. */
function printedName(name: string): string {
  const seen = name.replace(/\p{C}/gu, '\ufffd')
  return seen.length > 80 ? `${seen.slice(0, 40)}…${seen.slice(-39)}` : seen
}
