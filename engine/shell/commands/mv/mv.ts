import { refused, sentence } from '../../files/errno.ts'
import { lastName } from '../../files/files.ts'
import { agrees } from '../asking.ts'
import type { Command } from '../command.ts'
import { complaints } from '../complaints.ts'
import { quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'
import { isResult, pairsOf } from '../targets.ts'

const long = {
  backup: 'b',
  'backup=': 'b',
  force: 'f',
  interactive: 'i',
  'no-clobber': 'n',
  'no-target-directory': 'T',
  'suffix=': 'S',
  'target-directory=': 't',
  update: 'u',
  verbose: 'v',
}

export const mv: Command = async (args, context) => {
  const given = optionsOf('mv', args, { letters: 'bfinTuv', valued: 'St', long })
  if ('refusal' in given) return given.refusal
  const { options } = given
  const pairs = pairsOf('mv', given.rest, options.get('t'), options.has('T'), context)
  if (isResult(pairs)) return pairs
  const bad = complaints('mv')
  let out = ''
  for (const { from, to } of pairs) {
    const source = context.files.lstat(context.at(from))
    const target = context.files.lstat(context.at(to))
    if (refused(source)) {
      bad.about('cannot stat', from, source.errno)
      continue
    }
    if (!refused(target)) {
      if (source.path === target.path) {
        bad.say(`${quoteName(from)} and ${quoteName(to)} are the same file`)
        continue
      }
      if (options.has('n') || (options.has('u') && target.mtime >= source.mtime)) continue
      if (options.has('i') && target.kind === 'file' && !(await agrees(context, `mv: overwrite ${quoteName(to)}? `)))
        continue
      if (target.kind === 'directory' && source.kind !== 'directory') {
        bad.say(`cannot overwrite directory ${quoteName(to)} with non-directory`)
        continue
      }
      if (target.kind !== 'directory' && source.kind === 'directory') {
        bad.say(`cannot overwrite non-directory ${quoteName(to)} with directory ${quoteName(from)}`)
        continue
      }
      if (options.has('b')) context.files.rename(context.at(to), context.at(to) + (options.get('S') ?? '~'))
    }
    const why = context.files.rename(context.at(from), context.at(to))
    if (why === 'EINVAL') bad.say(`cannot move ${quoteName(from)} to a subdirectory of itself, ${quoteName(to)}`)
    else if (why === 'ENOENT' || why === 'ENOTDIR' || why === 'EACCES' || why === 'ENOTEMPTY' || why === 'EPERM')
      bad.say(`cannot move ${quoteName(from)} to ${quoteName(why === 'ENOTEMPTY' ? to : to)}: ${sentence(why)}`)
    else if (why) bad.about('cannot move', lastName(from), why)
    else if (options.has('v')) out += `renamed ${quoteName(from)} -> ${quoteName(to)}\n`
  }
  return { stdout: out, stderr: bad.text(), exitCode: bad.code() }
}
