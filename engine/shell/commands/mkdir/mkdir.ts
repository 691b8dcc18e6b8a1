import { refused, sentence } from '../../files/errno.ts'
import { applyMode } from '../../files/modes.ts'
import { type Command, failed } from '../command.ts'
import { complaints } from '../complaints.ts'
import { curly, quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'

export const mkdir: Command = (args, context) => {
  const given = optionsOf('mkdir', args, {
    letters: 'pvZ',
    valued: 'm',
    long: { 'mode=': 'm', parents: 'p', verbose: 'v' },
  })
  if ('refusal' in given) return given.refusal
  if (given.rest.length === 0) return failed("mkdir: missing operand\nTry 'mkdir --help' for more information.\n")
  const usual = 0o777 & ~context.umask
  const wanted = given.options.get('m')
  const mode = wanted === undefined ? usual : applyMode(wanted, 0o777, true, context.umask)
  if (mode === undefined) return failed(`mkdir: invalid mode ${quoteName(wanted ?? '')}\n`)
  const bad = complaints('mkdir')
  let out = ''
  const make = (path: string, bits: number): boolean => {
    const why = context.files.makeDirectory(context.at(path), bits)
    if (why) bad.say(`cannot create directory ${curly(path)}: ${sentence(why)}`)
    else {
      if (wanted !== undefined && bits === mode) context.files.chmod(context.at(path), bits)
      if (given.options.has('v')) out += `mkdir: created directory ${quoteName(path)}\n`
    }
    return !why
  }
  for (const path of given.rest) {
    if (!given.options.has('p')) {
      make(path, mode)
      continue
    }
    const parts = path.split('/').filter(Boolean)
    let so = path.startsWith('/') ? '' : '.'
    for (const [index, part] of parts.entries()) {
      so = so === '.' ? part : `${so}/${part}`
      const stat = context.files.stat(context.at(so))
      const last = index === parts.length - 1
      if (!refused(stat) && stat.kind === 'directory') continue
      if (!refused(stat)) {
        bad.say(`cannot create directory ${curly(last ? path : so)}: ${sentence(last ? 'EEXIST' : 'ENOTDIR')}`)
        break
      }
      if (!make(so, last ? mode : usual | 0o300)) break
    }
  }
  return { stdout: out, stderr: bad.text(), exitCode: bad.code() }
}
