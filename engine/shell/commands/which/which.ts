import { refused } from '../../files/errno.ts'
import { type Command, said } from '../command.ts'

export const which: Command = (args, context) => {
  const all = args.includes('-a')
  const names = args.filter(arg => !arg.startsWith('-'))
  let missing = names.length === 0
  let out = ''
  for (const name of names) {
    const places = name.includes('/')
      ? [name]
      : (context.env.get('PATH') ?? '').split(':').map(directory => `${directory}/${name}`)
    const found = places.filter(path => {
      const stat = context.files.stat(context.at(path))
      return !refused(stat) && stat.kind === 'file' && context.files.may(context.at(path), 'x')
    })
    missing ||= found.length === 0
    out += (all ? found : found.slice(0, 1)).map(path => `${path}\n`).join('')
  }
  return said(out, missing ? 1 : 0)
}
