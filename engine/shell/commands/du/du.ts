import { join } from '../../../cluster/file-tree.ts'
import { refused } from '../../files/errno.ts'
import type { Command } from '../command.ts'
import { complaints } from '../complaints.ts'
import { humanSize } from '../ls/human-size.ts'
import { optionsOf } from '../options.ts'

const long = {
  all: 'a',
  bytes: 'b',
  'human-readable': 'h',
  'max-depth=': 'd',
  summarize: 's',
  total: 'c',
  'apparent-size': 'apparent',
}

/** `du`: blocks of 4 KiB, as on the disks that these hosts would have. */
export const du: Command = async (args, context) => {
  const given = optionsOf('du', args, { letters: 'abchkmsSxL', valued: 'd', long })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const bad = complaints('du')
  const apparent = options.has('b') || options.has('apparent')
  const deepest = options.has('s') ? 0 : options.has('d') ? Number(options.get('d')) : Number.POSITIVE_INFINITY
  const shown = (bytes: number) => {
    if (options.has('h')) return humanSize(bytes)
    if (options.has('b')) return String(bytes)
    return String(Math.ceil(bytes / (options.has('m') ? 1_048_576 : 1024)))
  }
  let out = ''
  let total = 0
  const visit = async (path: string, depth: number): Promise<number> => {
    await context.work(4096)
    const stat = context.files.lstat(context.at(path))
    if (refused(stat)) {
      bad.about('cannot access', path, stat.errno)
      return 0
    }
    let sum = apparent
      ? stat.size
      : stat.kind === 'directory'
        ? 4096
        : stat.kind === 'file'
          ? Math.ceil(stat.size / 4096) * 4096
          : 0
    if (stat.kind === 'directory') {
      const names = context.files.list(context.at(path))
      if (refused(names)) bad.about('cannot read directory', path, names.errno)
      else for (const name of names) sum += await visit(path.endsWith('/') ? path + name : join(path, name), depth + 1)
    }
    if (depth <= deepest && (stat.kind === 'directory' || depth === 0 || options.has('a')))
      out += `${shown(sum)}\t${path}\n`
    return sum
  }
  for (const path of rest.length > 0 ? rest : ['.']) total += await visit(path, 0)
  if (options.has('c')) out += `${shown(total)}\ttotal\n`
  return { stdout: out, stderr: bad.text(), exitCode: bad.code() }
}
