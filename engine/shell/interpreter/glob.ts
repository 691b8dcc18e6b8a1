import { join } from '../../cluster/file-tree.ts'
import { refused } from '../files/errno.ts'
import { hasPattern, matcher, unquotePattern } from './pattern.ts'
import { absolute, type Shell } from './shell.ts'

/** The paths that a pattern names, sorted as in the C locale; the word itself when there is none. */
export function globbed(shell: Shell, pattern: string, word: string): readonly string[] {
  const extended = shell.shopt.has('extglob')
  if (!hasPattern(pattern, extended)) return [word]
  const found = paths(shell, pattern)
  if (found.length > 0) return found
  return shell.shopt.has('nullglob') ? [] : [word]
}

function paths(shell: Shell, pattern: string): readonly string[] {
  const rooted = pattern.startsWith('/')
  const parts = pattern.split(/\/+/).filter((part, index) => part !== '' || index > 0)
  let now: readonly string[] = [rooted ? '/' : '']
  parts.forEach((part, index) => {
    const last = index === parts.length - 1
    now = now.flatMap(directory => inside(shell, directory, part, last))
  })
  return [...new Set(now)].sort(byBytes)
}

function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function inside(shell: Shell, directory: string, part: string, last: boolean): readonly string[] {
  const here = absolute(shell, directory === '' ? '.' : directory)
  const put = (name: string) => (directory === '' ? name : join(directory, name))
  if (part === '') {
    const stat = shell.files.stat(here)
    return !refused(stat) && stat.kind === 'directory' ? [directory.endsWith('/') ? directory : `${directory}/`] : []
  }
  if (part === '**' && shell.shopt.has('globstar')) return everyBelow(shell, directory, last)
  if (!hasPattern(part, shell.shopt.has('extglob'))) {
    const path = put(unquotePattern(part))
    return refused(shell.files.lstat(absolute(shell, path))) ? [] : [path]
  }
  const names = shell.files.list(here)
  if (refused(names)) return []
  const matches = matcher(part, shell.shopt.has('nocaseglob'))
  const hidden = part.startsWith('.') || part.startsWith('\\.') || shell.shopt.has('dotglob')
  return [...(part.startsWith('.') ? ['.', '..'] : []), ...names]
    .filter(name => (hidden || !name.startsWith('.')) && matches(name))
    .map(put)
    .filter(path => last || isDirectory(shell, path))
}

function isDirectory(shell: Shell, path: string): boolean {
  const stat = shell.files.stat(absolute(shell, path))
  return !refused(stat) && stat.kind === 'directory'
}

function everyBelow(shell: Shell, directory: string, last: boolean): readonly string[] {
  const out: string[] = directory === '' ? [] : [directory]
  const walk = (at: string) => {
    const names = shell.files.list(absolute(shell, at === '' ? '.' : at))
    if (refused(names)) return
    for (const name of names) {
      if (name.startsWith('.')) continue
      const path = at === '' ? name : join(at, name)
      const stat = shell.files.lstat(absolute(shell, path))
      const below = !refused(stat) && stat.kind === 'directory'
      if (below || last) out.push(path)
      if (below) walk(path)
    }
  }
  walk(directory)
  return directory === '' && !last ? ['', ...out] : out
}
