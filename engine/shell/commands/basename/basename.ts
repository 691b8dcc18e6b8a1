import { type Command, failed, said } from '../command.ts'
import { optionsOf } from '../options.ts'

const bare = (path: string) => {
  const cut = path.replace(/(?<=.)\/+$/, '')
  return cut === '/' ? '/' : cut.slice(cut.lastIndexOf('/') + 1)
}

export const basename: Command = args => {
  const given = optionsOf('basename', args, {
    letters: 'az',
    valued: 's',
    long: { multiple: 'a', 'suffix=': 's', zero: 'z' },
    early: true,
  })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const [first, suffix, extra] = rest
  if (first === undefined) return failed("basename: missing operand\nTry 'basename --help' for more information.\n")
  const many = options.has('a') || options.has('s')
  if (!many && extra !== undefined)
    return failed(`basename: extra operand ‘${extra}’\nTry 'basename --help' for more information.\n`)
  const end = options.has('z') ? '\0' : '\n'
  const cut = many ? options.get('s') : suffix
  const names = (many ? rest : [first])
    .map(bare)
    .map(name => (cut && name.endsWith(cut) && name !== cut ? name.slice(0, -cut.length) : name))
  return said(names.map(name => name + end).join(''))
}

export const dirname: Command = args => {
  const given = optionsOf('dirname', args, { letters: 'z', long: { zero: 'z' } })
  if ('refusal' in given) return given.refusal
  if (given.rest.length === 0) return failed("dirname: missing operand\nTry 'dirname --help' for more information.\n")
  const above = (path: string) => {
    const cut = path.replace(/(?<=.)\/+$/, '')
    const at = cut.lastIndexOf('/')
    return at < 0 ? '.' : cut.slice(0, at).replace(/(?<=.)\/+$/, '') || '/'
  }
  return said(given.rest.map(path => above(path) + (given.options.has('z') ? '\0' : '\n')).join(''))
}
