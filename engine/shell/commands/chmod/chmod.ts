import { join } from '../../../cluster/file-tree.ts'
import { refused } from '../../files/errno.ts'
import { applyMode, modeText } from '../../files/modes.ts'
import { type Command, failed } from '../command.ts'
import { complaints } from '../complaints.ts'
import { curly, quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'

export const chmod: Command = async (args, context) => {
  // `-x`, `-w`, `-rwx` are modes, not options.
  const modeAt = args.findIndex(arg => /^-[rwxXst]/.test(arg))
  const words = modeAt < 0 ? args : args.filter((_, index) => index !== modeAt)
  const given = optionsOf('chmod', words, {
    letters: 'Rcfv',
    long: {
      recursive: 'R',
      changes: 'c',
      quiet: 'f',
      silent: 'f',
      verbose: 'v',
      'reference=': 'reference',
      'preserve-root': 'p',
      'no-preserve-root': 'p',
    },
  })
  if ('refusal' in given) return given.refusal
  const { options } = given
  const reference = options.get('reference')
  const [first, ...others] = modeAt < 0 ? given.rest : [args[modeAt], ...given.rest]
  const change = reference === undefined ? first : undefined
  const paths = reference === undefined ? others : given.rest
  if (reference === undefined && change === undefined)
    return failed("chmod: missing operand\nTry 'chmod --help' for more information.\n")
  if (paths.length === 0)
    return failed(`chmod: missing operand after ${curly(change ?? '')}\nTry 'chmod --help' for more information.\n`)
  const model = reference === undefined ? undefined : context.files.stat(context.at(reference))
  if (model && refused(model))
    return failed(`chmod: failed to get attributes of ${quoteName(reference ?? '')}: No such file or directory\n`)
  if (change !== undefined && applyMode(change, 0, false, 0) === undefined)
    return failed(`chmod: invalid mode: ${curly(change)}\nTry 'chmod --help' for more information.\n`)
  const bad = complaints('chmod')
  let out = ''
  const one = async (path: string, top: boolean): Promise<void> => {
    await context.work(4096)
    const at = context.at(path)
    const link = context.files.lstat(at)
    if (!top && !refused(link) && link.kind === 'link') return
    const stat = context.files.stat(at)
    if (refused(stat)) {
      const dangling = stat.errno === 'ENOENT' && !refused(link) && link.kind === 'link'
      if (dangling) bad.say(`cannot operate on dangling symlink ${quoteName(path)}`)
      else bad.about('cannot access', path, stat.errno)
      return
    }
    const directory = stat.kind === 'directory'
    const mode =
      model && !refused(model)
        ? model.mode
        : (applyMode(change ?? '', stat.mode, directory, context.umask) ?? stat.mode)
    const why = context.files.chmod(at, mode)
    if (why) bad.about('changing permissions of', path, why)
    else if (modeAt >= 0 && change !== undefined && mode !== applyMode(change, stat.mode, directory, 0)) {
      const wanted = applyMode(change, stat.mode, directory, 0) ?? mode
      bad.say(
        `${path}: new permissions are ${modeText(stat.kind, mode).slice(1)}, not ${modeText(stat.kind, wanted).slice(1)}`,
      )
    }
    const text = (bits: number) => `${bits.toString(8).padStart(4, '0')} (${modeText(stat.kind, bits).slice(1)})`
    if (!why && options.has('v') && mode === stat.mode) out += `mode of ${quoteName(path)} retained as ${text(mode)}\n`
    else if (!why && (options.has('v') || options.has('c')) && mode !== stat.mode)
      out += `mode of ${quoteName(path)} changed from ${text(stat.mode)} to ${text(mode)}\n`
    if (!directory || !options.has('R')) return
    const names = context.files.list(at)
    if (refused(names)) bad.about('cannot read directory', path, names.errno)
    else for (const name of names) await one(join(path.replace(/\/+$/, '') || '/', name), false)
  }
  for (const path of paths) await one(path ?? '', true)
  return { stdout: out, stderr: options.has('f') ? '' : bad.text(), exitCode: bad.code() }
}
