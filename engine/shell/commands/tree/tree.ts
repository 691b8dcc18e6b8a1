import { join } from '../../../cluster/file-tree.ts'
import { refused } from '../../files/errno.ts'
import type { Command } from '../command.ts'
import { optionsOf } from '../options.ts'

export const tree: Command = async (args, context) => {
  const given = optionsOf('tree', args, {
    letters: 'adfFin',
    valued: 'LI',
    long: { noreport: 'noreport', dirsfirst: 'dirsfirst' },
  })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const deepest = Number(options.get('L') ?? Number.POSITIVE_INFINITY)
  const count = { directories: 0, files: 0 }
  let out = ''
  let exitCode = 0
  const mark = (kind: string, mode: number) =>
    !options.has('F') ? '' : kind === 'directory' ? '/' : kind === 'file' && (mode & 0o111) !== 0 ? '*' : ''
  const visit = async (path: string, lead: string, depth: number): Promise<void> => {
    const names = context.files.list(context.at(path))
    if (refused(names) || depth > deepest) return
    const shown = names.filter(name => options.has('a') || !name.startsWith('.'))
    const entries = shown.flatMap(name => {
      const stat = context.files.lstat(context.at(join(path, name)))
      return refused(stat) || (options.has('d') && stat.kind !== 'directory') ? [] : [{ name, stat }]
    })
    for (const [index, { name, stat }] of entries.entries()) {
      await context.work(4096)
      const last = index === entries.length - 1
      const real = stat.kind === 'link' ? context.files.stat(context.at(join(path, name))) : stat
      if (!refused(real) && real.kind === 'directory') count.directories++
      else count.files++
      const target = stat.target === undefined ? '' : ` -> ${stat.target}`
      out += `${lead}${last ? '└── ' : '├── '}${options.has('f') ? join(path, name) : name}${mark(stat.kind, stat.mode)}${target}\n`
      if (stat.kind === 'directory')
        await visit(join(path, name), `${lead}${last ? '    ' : '│\u00a0\u00a0 '}`, depth + 1)
    }
  }
  for (const path of rest.length > 0 ? rest : ['.']) {
    const stat = context.files.stat(context.at(path))
    if (refused(stat) || stat.kind !== 'directory') {
      out += `${path}  [error opening dir]\n`
      exitCode = 2
      continue
    }
    count.directories++
    out += `${path}${mark('directory', 0)}\n`
    await visit(path, '', 1)
  }
  const plural = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
  if (!options.has('noreport')) {
    const files = options.has('d') ? '' : `, ${plural(count.files, 'file', 'files')}`
    out += `\n${plural(count.directories, 'directory', 'directories')}${files}\n`
  }
  return { stdout: out, stderr: '', exitCode }
}
