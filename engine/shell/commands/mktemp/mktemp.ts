import { sentence } from '../../files/errno.ts'
import { type Command, failed, said } from '../command.ts'
import { quoteName } from '../names.ts'
import { optionsOf } from '../options.ts'

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** `mktemp`: the name comes from the world's seed. */
export const mktemp: Command = (args, context) => {
  const given = optionsOf('mktemp', args, {
    letters: 'dqtu',
    valued: 'p',
    long: { directory: 'd', 'dry-run': 'u', quiet: 'q', 'suffix=': 'suffix', tmpdir: 't', 'tmpdir=': 'p' },
  })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const template = rest[0] ?? 'tmp.XXXXXXXXXX'
  const found = /^(.*?)(X{3,})([^X/]*)$/s.exec(template)
  if (!found) return failed(`mktemp: too few X's in template ${quoteName(template)}\n`)
  const random = [...(found[2] ?? '')].map(() => letters[context.random() % letters.length]).join('')
  const directory =
    options.get('p') ?? (rest.length === 0 || options.has('t') ? (context.env.get('TMPDIR') ?? '/tmp') : undefined)
  const name = `${found[1]}${random}${found[3]}${options.get('suffix') ?? ''}`
  const path = directory === undefined ? name : `${directory.replace(/\/$/, '')}/${name}`
  if (options.has('u')) return said(`${path}\n`)
  const why = options.has('d')
    ? context.files.makeDirectory(context.at(path), 0o700)
    : context.files.write(context.at(path), '', 0o600)
  if (why)
    return failed(
      `mktemp: failed to create ${options.has('d') ? 'directory' : 'file'} via template ${quoteName(directory === undefined ? template : `${directory}/${template}`)}: ${sentence(why)}\n`,
    )
  return said(`${path}\n`)
}
