import { textOf } from '../../../cluster/world.ts'
import { type Command, failed, said } from '../command.ts'

const files: Readonly<Record<string, string>> = {
  group: '/etc/group',
  hosts: '/etc/hosts',
  passwd: '/etc/passwd',
  shadow: '/etc/shadow',
}

/** `getent`: the lines of the files that name services would be asked for here. */
export const getent: Command = (args, context) => {
  const [database, ...keys] = args
  const hint = "Try `getent --help' or `getent --usage' for more information.\n"
  if (database === undefined) return { stdout: hint, stderr: 'getent: wrong number of arguments\n', exitCode: 1 }
  const path = Object.hasOwn(files, database) ? files[database] : undefined
  if (path === undefined) return { stdout: hint, stderr: `Unknown database: ${database}\n`, exitCode: 1 }
  if (database === 'shadow' && context.who.uid !== 0) return failed('', 2)
  const file = textOf(context.host, path)
  const lines = 'text' in file ? file.text.split('\n').filter(line => line !== '' && !line.startsWith('#')) : []
  if (keys.length === 0) return said(lines.map(line => `${line}\n`).join(''))
  let out = ''
  let missing = false
  for (const key of keys) {
    const found = lines.find(line => {
      if (database === 'hosts') return line.split(/\s+/).includes(key)
      const [name, , id] = line.split(':')
      return name === key || (database !== 'shadow' && id === key)
    })
    if (found === undefined) missing = true
    else
      out +=
        database === 'hosts'
          ? `${(found.split(/\s+/)[0] ?? '').padEnd(15)} ${found.split(/\s+/).slice(1).join(' ')}\n`
          : `${found}\n`
  }
  return said(out, missing ? 2 : 0)
}
