import { refused } from '../../files/errno.ts'
import type { Command } from '../command.ts'
import { complaints } from '../complaints.ts'
import { quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'
import { isResult, pairsOf } from '../targets.ts'

const long = {
  symbolic: 's',
  force: 'f',
  'no-dereference': 'n',
  verbose: 'v',
  'no-target-directory': 'T',
  'target-directory=': 't',
  relative: 'r',
  interactive: 'i',
}

/** `ln`: a hard link becomes a copy, because files here have no other name than their path. */
export const ln: Command = (args, context) => {
  const given = optionsOf('ln', args, { letters: 'sfnvTribLP', valued: 'tS', long })
  if ('refusal' in given) return given.refusal
  const { options } = given
  const last = given.rest.at(-1) ?? ''
  const target = context.files.lstat(context.at(last))
  const onto =
    options.has('T') || (options.has('n') && given.rest.length === 2 && !refused(target) && target.kind === 'link')
  const operands = given.rest.length === 1 && !options.has('t') ? [last, '.'] : given.rest
  const pairs = pairsOf('ln', operands, options.get('t'), onto, context)
  if (isResult(pairs)) return pairs
  const bad = complaints('ln')
  const kind = options.has('s') ? 'symbolic' : 'hard'
  let out = ''
  for (const { from, to: asked } of pairs) {
    const to = given.rest.length === 1 ? asked.replace(/^\.\//, './') : asked
    const at = context.at(to)
    if (options.has('f') && !refused(context.files.lstat(at))) context.files.unlink(at)
    if (kind === 'symbolic') {
      const why = context.files.symlink(options.has('r') ? relative(context.at(from), at) : from, at)
      if (why) bad.about(`failed to create ${kind} link`, to, why)
      else if (options.has('v')) out += `${quoteName(to)} -> ${quoteName(from)}\n`
      continue
    }
    const stat = context.files.lstat(context.at(from))
    if (refused(stat)) bad.about('failed to access', from, stat.errno)
    else if (stat.kind === 'directory') bad.say(`${from}: hard link not allowed for directory`)
    else if (stat.uid !== context.who.uid && context.who.uid !== 0)
      bad.say(`failed to create hard link ${quoteName(to)} => ${quoteName(from)}: Operation not permitted`)
    else if (!refused(context.files.lstat(at))) bad.about(`failed to create ${kind} link`, to, 'EEXIST')
    else {
      const text = context.files.read(context.at(from))
      const why = refused(text) ? text.errno : context.files.write(at, text, stat.mode)
      if (why) bad.say(`failed to create hard link ${quoteName(to)} => ${quoteName(from)}: Operation not permitted`)
      else {
        context.files.touch(at, stat.mtime)
        if (options.has('v')) out += `${quoteName(to)} => ${quoteName(from)}\n`
      }
    }
  }
  return { stdout: out, stderr: bad.text(), exitCode: bad.code() }
}

function relative(target: string, link: string): string {
  const a = target.split('/').filter(Boolean)
  const b = link.split('/').filter(Boolean).slice(0, -1)
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return [...b.slice(same).map(() => '..'), ...a.slice(same)].join('/') || '.'
}
