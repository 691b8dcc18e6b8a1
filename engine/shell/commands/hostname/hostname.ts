import { textOf } from '../../../cluster/world.ts'
import { type Command, failed, said } from '../command.ts'

/** `hostname`: the host's name; `-I` and `-i` its address, from /etc/hosts. */
export const hostname: Command = (args, { host }) => {
  const [first] = args
  if (first === undefined || /^-[sfA]$/.test(first) || first === '--fqdn' || first === '--short')
    return said(`${host.name}\n`)
  if (/^-[iI]$/.test(first)) {
    const file = textOf(host, '/etc/hosts')
    const line =
      'text' in file ? file.text.split('\n').find(it => it.split(/\s+/).slice(1).includes(host.name)) : undefined
    return said(`${line?.split(/\s+/)[0] ?? '127.0.0.1'}${first === '-I' ? ' ' : ''}\n`)
  }
  if (first === '-d') return said('\n')
  return failed('hostname: you must be root to change the host name\n')
}
