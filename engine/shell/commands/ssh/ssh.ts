import { identityOf } from '../../files/accounts.ts'
import { sourceOf } from '../../streams/stream.ts'
import { type Command, failed, succeeded } from '../command.ts'
import { loginEnvironment } from '../login-environment.ts'

const valued = 'BbcDEeFIiJLlmOopQRSWw'

/** `ssh host`, `ssh user@host`, `ssh host command`: a shell in front, or a command run over there. */
export const ssh: Command = async (args, context) => {
  let user: string | undefined
  let index = 0
  for (; index < args.length && /^-./.test(args[index] ?? ''); index++) {
    const letter = (args[index] ?? '').at(-1) ?? ''
    if (letter === 'l') user = args[index + 1]
    if (valued.includes(letter) && (args[index] ?? '').length === 2) index++
  }
  const target = args[index]
  if (target === undefined)
    return failed('usage: ssh [-l login_name] [-p port] destination [command [argument ...]]\n', 255)
  const cut = target.lastIndexOf('@')
  const hostName = cut < 0 ? target : target.slice(cut + 1)
  const name = cut < 0 ? (user ?? context.who.name) : target.slice(0, cut)
  const host = context.world.hosts.get(
    hostName === 'localhost' || hostName === '127.0.0.1' ? context.host.name : hostName,
  )
  if (!host) return failed(`ssh: Could not resolve hostname ${hostName}: Name or service not known\n`, 255)
  const who = identityOf(host, name)
  // Keys are laid out for candidate, and for root between the hosts; nobody has a password.
  if (!who || (name !== 'candidate' && !(name === 'root' && context.who.uid === 0)))
    return failed(`${name}@${hostName}: Permission denied (publickey).\n`, 255)
  const env = loginEnvironment(who)
  const command = args.slice(index + 1).join(' ')
  if (command !== '') {
    const stdin = context.stdin.tty ? sourceOf('') : context.stdin
    return { ...succeeded, exitCode: await context.shell(command, { host, who, env, cwd: who.home, stdin }) }
  }
  if (!context.stdin.tty)
    return {
      ...succeeded,
      exitCode: await context.shell(await context.input(), { host, who, env, cwd: who.home, stdin: sourceOf('') }),
    }
  if (!context.mayPush) return succeeded
  context.asks.push = { host: host.name, user: who.name, kind: 'ssh' }
  return succeeded
}
