import { identityOf } from '../../files/accounts.ts'
import { type Command, failed, succeeded } from '../command.ts'
import { loginEnvironment } from '../login-environment.ts'

/** `su`: only root may, because nobody has a password here. */
export const su: Command = async (args, context) => {
  let login = false
  let text: string | undefined
  const rest: string[] = []
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '-' || arg === '-l' || arg === '--login') login = true
    else if (arg === '-c' || arg === '--command') text = args[++index]
    else if (arg === '-s' || arg === '--shell') index++
    else if (arg.startsWith('-')) continue
    else rest.push(arg)
  }
  const user = rest[0] ?? 'root'
  const who = identityOf(context.host, user)
  if (!who)
    return failed(`su: user ${user} does not exist or the user entry does not contain all the required fields\n`)
  if (context.who.uid !== 0) return failed('Password: \nsu: Authentication failure\n')
  const env = login
    ? loginEnvironment(who)
    : new Map([...context.env, ['HOME', who.home], ['USER', who.name], ['LOGNAME', who.name]])
  const cwd = login ? who.home : context.cwd
  if (text !== undefined) return { ...succeeded, exitCode: await context.shell(text, { who, env, cwd }) }
  if (!context.stdin.tty)
    return { ...succeeded, exitCode: await context.shell(await context.input(), { who, env, cwd }) }
  if (context.mayPush)
    context.asks.push = login
      ? { host: context.host.name, user, kind: 'login' }
      : { host: context.host.name, user, kind: 'plain', cwd, env }
  return succeeded
}
