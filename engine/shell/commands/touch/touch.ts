import { refused } from '../../files/errno.ts'
import { type Command, failed } from '../command.ts'
import { complaints } from '../complaints.ts'
import { readDate } from '../date/read-date.ts'
import { quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'

const long = { 'date=': 'd', 'no-create': 'c', 'reference=': 'r', 'time=': 'time', 'no-dereference': 'h' }

export const touch: Command = (args, context) => {
  const given = optionsOf('touch', args, { letters: 'acfmh', valued: 'drt', long })
  if ('refusal' in given) return given.refusal
  const { options } = given
  if (given.rest.length === 0) return failed("touch: missing file operand\nTry 'touch --help' for more information.\n")
  let when = context.world.clock
  const date = options.get('d')
  const stamp = options.get('t')
  const reference = options.get('r')
  if (reference !== undefined) {
    const stat = context.files.stat(context.at(reference))
    if (refused(stat))
      return failed(`touch: failed to get attributes of ${quoteName(reference)}: No such file or directory\n`)
    when = stat.mtime
  }
  if (date !== undefined) {
    const read = readDate(date, when)
    if (read === undefined) return failed(`touch: invalid date format ${quoteName(date)}\n`)
    when = read
  }
  if (stamp !== undefined) {
    const parts = /^((\d\d)?(\d\d))?(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d\d))?$/.exec(stamp)
    if (!parts) return failed(`touch: invalid date format ${quoteName(stamp)}\n`)
    const year =
      parts[3] === undefined
        ? new Date(when).getUTCFullYear()
        : Number((parts[2] ?? (Number(parts[3]) < 69 ? '20' : '19')) + parts[3])
    when = Date.UTC(
      year,
      Number(parts[4]) - 1,
      Number(parts[5]),
      Number(parts[6]),
      Number(parts[7]),
      Number(parts[8] ?? 0),
    )
  }
  const bad = complaints('touch')
  for (const path of given.rest) {
    const at = context.at(path)
    const exists = !refused(context.files.stat(at))
    if (!exists) {
      if (options.has('c')) continue
      const why = context.files.write(at, '', 0o666 & ~context.umask)
      if (why) {
        bad.about('cannot touch', path, why === 'EISDIR' ? 'ENOENT' : why)
        continue
      }
    }
    const why = context.files.touch(at, when)
    if (why) bad.about('cannot touch', path, why)
  }
  return { stdout: '', stderr: bad.text(), exitCode: bad.code() }
}
