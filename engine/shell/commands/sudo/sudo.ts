import { textOf } from '../../../cluster/world.ts'
import { identityOf } from '../../files/accounts.ts'
import { type Command, type CommandContext, failed, said, succeeded } from '../command.ts'
import { loginEnvironment, systemPath } from '../login-environment.ts'

/** `sudo`: a command, `-i` or `-s` as root or as `-u` names. Who may is in /etc/sudoers.d and group sudo. */
export const sudo: Command = async (args, context) => {
  let user = 'root'
  let login = false
  let shell = false
  let keep = false
  let index = 0
  const set = new Map<string, string>()
  for (; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--') {
      index++
      break
    }
    if (arg === '-u' || arg === '--user') user = args[++index] ?? ''
    else if (arg.startsWith('-u')) user = arg.slice(2)
    else if (arg.startsWith('--user=')) user = arg.slice(7)
    else if (arg === '-g' || arg === '-p' || arg === '-C' || arg === '-h') index++
    else if (arg === '--login') login = true
    else if (arg === '--preserve-env') keep = true
    else if (/^-[A-Za-z]+$/.test(arg)) {
      if (arg.includes('l'))
        return said(
          `User ${context.who.name} may run the following commands on ${context.host.name}:\n    (ALL) NOPASSWD: ALL\n`,
        )
      if (/[vkK]/.test(arg)) return succeeded
      login ||= arg.includes('i')
      shell ||= arg.includes('s')
      keep ||= arg.includes('E')
    } else if (/^[A-Za-z_]\w*=/.test(arg)) set.set(arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1))
    else break
  }
  const command = args.slice(index)
  if (!may(context)) return failed(`${context.who.name} is not in the sudoers file.\n`)
  const who = identityOf(context.host, user)
  if (!who) return failed(`sudo: unknown user ${user}\nsudo: error initializing audit plugin sudoers_audit\n`)
  const env = new Map([
    ...(keep ? context.env : []),
    ...loginEnvironment(who),
    ['PATH', systemPath],
    ['SUDO_COMMAND', command.length > 0 ? command.join(' ') : '/bin/bash'],
    ['SUDO_GID', String(context.who.gid)],
    ['SUDO_UID', String(context.who.uid)],
    ['SUDO_USER', context.who.name],
    ...set,
  ])
  const [name] = command
  if (name === undefined && !login && !shell)
    return failed(
      'usage: sudo -h | -K | -k | -V\nusage: sudo [-ABbEHnPS] [-u user] [VAR=value] [-i | -s] [command [arg ...]]\n',
    )
  if (login || shell) {
    const cwd = login ? who.home : context.cwd
    if (name !== undefined) {
      const text = command
        .map(word => (/^[\w@%+=:,./$-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
        .join(' ')
      return { ...succeeded, exitCode: await context.shell(text, { who, env, cwd }) }
    }
    if (!context.stdin.tty)
      return { ...succeeded, exitCode: await context.shell(await context.input(), { who, env, cwd }) }
    if (context.mayPush)
      context.asks.push = login
        ? { host: context.host.name, user, kind: 'login' }
        : { host: context.host.name, user, kind: 'plain', cwd, env }
    return succeeded
  }
  if (name === undefined) return succeeded
  if (!context.knows(name)) return failed(`sudo: ${name}: command not found\n`)
  return { ...succeeded, exitCode: await context.run(command, { who, env }) }
}

/** Root, group sudo and whoever a file of /etc/sudoers.d names. */
function may({ who, host }: CommandContext): boolean {
  if (who.uid === 0 || who.groups.includes(27)) return true
  const file = textOf(host, `/etc/sudoers.d/${who.name}`)
  return 'text' in file && file.text.split('\n').some(line => line.startsWith(`${who.name} `))
}
