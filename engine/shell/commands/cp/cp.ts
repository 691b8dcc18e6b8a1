import { refused } from '../../files/errno.ts'
import { agrees } from '../asking.ts'
import type { Command } from '../command.ts'
import { complaints } from '../complaints.ts'
import { copyTree } from '../copying.ts'
import { quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'
import { isResult, pairsOf } from '../targets.ts'

const long = {
  archive: 'a',
  'backup=': 'b',
  backup: 'b',
  dereference: 'L',
  force: 'f',
  interactive: 'i',
  'no-clobber': 'n',
  'no-dereference': 'P',
  'no-target-directory': 'T',
  parents: 'parents',
  preserve: 'p',
  'preserve=': 'p',
  recursive: 'r',
  'suffix=': 'S',
  'target-directory=': 't',
  update: 'u',
  verbose: 'v',
}

export const cp: Command = async (args, context) => {
  const given = optionsOf('cp', args, { letters: 'abdfHilLnpPrRsTuvx', valued: 'St', long })
  if ('refusal' in given) return given.refusal
  const { options } = given
  const pairs = pairsOf('cp', given.rest, options.get('t'), options.has('T'), context)
  if (isResult(pairs)) return pairs
  const bad = complaints('cp')
  let out = ''
  const recursive = options.has('r') || options.has('R') || options.has('a')
  const rules = {
    recursive,
    preserve: options.has('p') || options.has('a'),
    links:
      options.has('P') || options.has('d') || options.has('a') || (recursive && !options.has('L') && !options.has('H')),
    force: options.has('f'),
    umask: context.umask,
    say: options.has('v')
      ? (from: string, to: string) => {
          out += `${quoteName(from)} -> ${quoteName(to)}\n`
        }
      : () => undefined,
  }
  for (const { from, to } of pairs) {
    const source = context.files.stat(context.at(from))
    const target = context.files.stat(context.at(to))
    if (!refused(source) && !refused(target)) {
      if (source.path === target.path) {
        bad.say(`${quoteName(from)} and ${quoteName(to)} are the same file`)
        continue
      }
      if (options.has('n')) continue
      if (options.has('i') && target.kind === 'file' && !(await agrees(context, `cp: overwrite ${quoteName(to)}? `)))
        continue
      if (options.has('u') && target.mtime >= source.mtime) continue
      if (options.has('b') && target.kind === 'file')
        context.files.rename(context.at(to), context.at(to) + (options.get('S') ?? '~'))
    }
    if (
      !refused(source) &&
      source.kind === 'directory' &&
      recursive &&
      `${context.at(to)}/`.startsWith(`${source.path}/`)
    ) {
      bad.say(`cannot copy a directory, ${quoteName(from)}, into itself, ${quoteName(to)}`)
      continue
    }
    await copyTree(
      context,
      { files: context.files, path: context.at(from), name: from },
      { files: context.files, path: context.at(to), name: to },
      rules,
      bad,
    )
  }
  return { stdout: out, stderr: bad.text(), exitCode: bad.code() }
}
