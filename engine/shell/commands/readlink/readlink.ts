import { baseName, join, normalise, parentOf } from '../../../cluster/file-tree.ts'
import { type Errno, refused, sentence } from '../../files/errno.ts'
import { type Command, type CommandContext, failed } from '../command.ts'
import { optionsOf } from '../options.ts'

/** The real path: `all` must exist, or all but the last (`most`), or nothing (`none`). */
function canonical(
  context: CommandContext,
  path: string,
  must: 'all' | 'most' | 'none',
): string | { readonly errno: Errno } {
  if (path === '') return { errno: 'ENOENT' }
  const at = context.at(path)
  const real = context.files.real(at)
  if (!refused(real)) return real
  if (must === 'all') return real
  const link = context.files.lstat(at)
  if (!refused(link) && link.kind === 'link')
    return canonical(context, normalise(link.target ?? '', parentOf(link.path)), must)
  const bare = at.replace(/(?<=.)\/+$/, '')
  const parent = context.files.real(parentOf(bare))
  if (!refused(parent)) return join(parent, baseName(bare))
  if (must === 'most') return parent
  const above = canonical(context, parentOf(bare), 'none')
  return typeof above === 'string' ? normalise(baseName(bare), above) : above
}

const long = {
  canonicalize: 'f',
  'canonicalize-existing': 'e',
  'canonicalize-missing': 'm',
  'no-newline': 'n',
  quiet: 'q',
  silent: 'q',
  verbose: 'v',
  zero: 'z',
}

export const readlink: Command = (args, context) => {
  const given = optionsOf('readlink', args, { letters: 'femnqsvz', long })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  if (rest.length === 0) return failed("readlink: missing operand\nTry 'readlink --help' for more information.\n")
  const must = options.has('e') ? 'all' : options.has('m') ? 'none' : options.has('f') ? 'most' : undefined
  const end = options.has('n') && rest.length === 1 ? '' : options.has('z') ? '\0' : '\n'
  let stdout = ''
  let stderr = ''
  let exitCode = 0
  for (const path of rest) {
    const stat = context.files.lstat(context.at(path))
    const found = must
      ? canonical(context, path, must)
      : refused(stat)
        ? stat
        : (stat.target ?? { errno: 'EINVAL' as const })
    if (typeof found === 'string') stdout += found + end
    else {
      exitCode = 1
      if (options.has('v')) stderr += `readlink: ${path}: ${sentence(found.errno)}\n`
    }
  }
  return { stdout, stderr, exitCode }
}

export const realpath: Command = (args, context) => {
  const given = optionsOf('realpath', args, {
    letters: 'emLPqsz',
    long: { ...long, 'relative-to=': 'relative-to', strip: 's', 'no-symlinks': 's', logical: 'L', physical: 'P' },
  })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  if (rest.length === 0) return failed("realpath: missing operand\nTry 'realpath --help' for more information.\n")
  const must = options.has('e') ? 'all' : options.has('m') ? 'none' : 'most'
  const base = options.get('relative-to')
  let stdout = ''
  let stderr = ''
  for (const path of rest) {
    const found = options.has('s') ? normalise(path, context.cwd) : canonical(context, path, must)
    if (typeof found !== 'string') {
      if (!options.has('q')) stderr += `realpath: ${path === '' ? "''" : path}: ${sentence(found.errno)}\n`
      continue
    }
    const from = base === undefined ? undefined : canonical(context, base, 'none')
    stdout += (typeof from === 'string' ? relative(found, from) : found) + (options.has('z') ? '\0' : '\n')
  }
  return { stdout, stderr, exitCode: stderr === '' ? 0 : 1 }
}

function relative(path: string, base: string): string {
  const a = path.split('/').filter(Boolean)
  const b = base.split('/').filter(Boolean)
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return [...b.slice(same).map(() => '..'), ...a.slice(same)].join('/') || '.'
}
