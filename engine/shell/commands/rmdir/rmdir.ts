import { parentOf } from '../../../cluster/file-tree.ts'
import { type Command, failed } from '../command.ts'
import { complaints } from '../complaints.ts'
import { quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'

export const rmdir: Command = (args, context) => {
  const given = optionsOf('rmdir', args, {
    letters: 'pv',
    long: { parents: 'p', verbose: 'v', 'ignore-fail-on-non-empty': 'ignore' },
  })
  if ('refusal' in given) return given.refusal
  if (given.rest.length === 0) return failed("rmdir: missing operand\nTry 'rmdir --help' for more information.\n")
  const bad = complaints('rmdir')
  let out = ''
  for (const path of given.rest) {
    const bare = path.replace(/(?<=.)\/+$/, '')
    for (let at = bare; at !== '/' && at !== '.' && at !== ''; at = at.includes('/') ? parentOf(at) : '') {
      if (given.options.has('v')) out += `rmdir: removing directory, ${quoteName(at === bare ? path : at)}\n`
      const why = context.files.removeDirectory(context.at(at))
      if (why && !(why === 'ENOTEMPTY' && given.options.has('ignore')))
        bad.about(at === bare ? 'failed to remove' : 'failed to remove directory', at === bare ? path : at, why)
      if (why || !given.options.has('p')) break
    }
  }
  return { stdout: out, stderr: bad.text(), exitCode: bad.code() }
}
