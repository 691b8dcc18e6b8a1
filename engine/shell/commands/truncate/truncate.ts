import { bytesFromText, textFromBytes } from '../../../cluster/bytes.ts'
import { refused } from '../../files/errno.ts'
import { type Command, failed } from '../command.ts'
import { complaints } from '../complaints.ts'
import { countOf } from '../count.ts'
import { quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'

export const truncate: Command = (args, context) => {
  const given = optionsOf('truncate', args, {
    letters: 'c',
    valued: 'sr',
    long: { 'no-create': 'c', 'reference=': 'r', 'size=': 's' },
  })
  if ('refusal' in given) return given.refusal
  const size = given.options.get('s')
  if (size === undefined)
    return failed(
      "truncate: you must specify either ‘--size’ or ‘--reference’\nTry 'truncate --help' for more information.\n",
    )
  const count = countOf(size)
  if (count === undefined) return failed(`truncate: Invalid number: ${quoteName(size)}\n`)
  const bad = complaints('truncate')
  for (const path of given.rest) {
    const text = context.files.read(context.at(path))
    if (refused(text) && (text.errno !== 'ENOENT' || given.options.has('c'))) {
      if (text.errno !== 'ENOENT') bad.about('cannot open', `${path}' for writing`, text.errno)
      continue
    }
    const before = refused(text) ? new Uint8Array() : bytesFromText(text)
    const length = size.startsWith('+')
      ? before.length + count
      : size.startsWith('-')
        ? Math.max(before.length - count, 0)
        : count
    if (length > 16 * 1024 * 1024) {
      bad.say(`failed to truncate ${quoteName(path)} at ${length} bytes: File too large`)
      continue
    }
    const after = new Uint8Array(length)
    after.set(before.subarray(0, length))
    const why = context.files.write(context.at(path), textFromBytes(after), 0o666 & ~context.umask)
    if (why) bad.about('failed to truncate', path, why)
  }
  return { stdout: '', stderr: bad.text(), exitCode: bad.code() }
}
