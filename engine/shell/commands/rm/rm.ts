import { join } from '../../../cluster/file-tree.ts'
import { refused } from '../../files/errno.ts'
import { agrees } from '../asking.ts'
import { type Command, failed, succeeded } from '../command.ts'
import { complaints } from '../complaints.ts'
import { quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'

const long = {
  dir: 'd',
  force: 'f',
  'interactive=': 'i',
  interactive: 'i',
  'no-preserve-root': 'no-preserve-root',
  'preserve-root': 'p',
  recursive: 'r',
  verbose: 'v',
  'one-file-system': 'x',
}

export const rm: Command = async (args, context) => {
  const given = optionsOf('rm', args, { letters: 'dfiIrRv', long })
  if ('refusal' in given) return given.refusal
  const { options } = given
  const force = options.has('f')
  const recursive = options.has('r') || options.has('R')
  if (given.rest.length === 0)
    return force ? succeeded : failed("rm: missing operand\nTry 'rm --help' for more information.\n")
  const bad = complaints('rm')
  let out = ''
  const remove = async (path: string): Promise<boolean> => {
    await context.work(4096)
    const at = context.at(path)
    const stat = context.files.lstat(path.endsWith('/') && recursive ? at.replace(/\/+$/, '') : at)
    if (refused(stat)) {
      if (!force || (stat.errno !== 'ENOENT' && stat.errno !== 'ENOTDIR')) bad.about('cannot remove', path, stat.errno)
      return force
    }
    if (stat.kind !== 'directory' && options.has('i')) {
      const kind = stat.kind === 'link' ? 'symbolic link' : stat.size === 0 ? 'regular empty file' : 'regular file'
      if (!(await agrees(context, `rm: remove ${kind} ${quoteName(path)}? `))) return false
    }
    if (stat.kind !== 'directory') {
      const why = context.files.unlink(at)
      if (why) bad.about('cannot remove', path, why)
      else if (options.has('v')) out += `removed ${quoteName(path)}\n`
      return !why
    }
    if (!recursive && !options.has('d')) {
      bad.about('cannot remove', path, 'EISDIR')
      return false
    }
    if (recursive) {
      const names = context.files.list(at)
      if (refused(names)) {
        // An empty directory can go even when it cannot be read.
        if (context.files.removeDirectory(at)) bad.about('cannot remove', path, names.errno)
        return false
      }
      let all = true
      for (const name of names) all = (await remove(join(path.replace(/(?<=.)\/+$/, ''), name))) && all
      if (!all) return false
    }
    const why = context.files.removeDirectory(at.replace(/(?<=.)\/+$/, ''))
    if (why) bad.about('cannot remove', path, why)
    else if (options.has('v')) out += `removed directory ${quoteName(path)}\n`
    return !why
  }
  for (const path of given.rest) {
    if (/(^|\/)\.{1,2}\/*$/.test(path)) bad.say(`refusing to remove '.' or '..' directory: skipping ${quoteName(path)}`)
    else if (/^\/+$/.test(path) && recursive && !options.has('no-preserve-root'))
      bad.say("it is dangerous to operate recursively on '/'\nrm: use --no-preserve-root to override this failsafe")
    else await remove(path)
  }
  return { stdout: out, stderr: bad.text(), exitCode: bad.code() }
}
