import { refused, sentence } from '../../files/errno.ts'
import { type Command, failed, type Result, succeeded } from '../command.ts'

const ended = (exitCode: number): Result => ({ ...succeeded, exitCode })

/** `bash`, `sh`: a script, `-c` text, text from a pipe, or a new shell in front. */
export const bash: Command = async (args, context) => {
  const { name } = context
  const options: string[] = []
  let index = 0
  let text: string | undefined
  let login = false
  let stdin = false
  for (; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--login') login = true
    else if (arg === '-o' || arg === '+o' || arg === '-O') index++
    else if (arg === '--') {
      index++
      break
    } else if (/^--./.test(arg)) continue
    else if (/^[-+]./.test(arg)) {
      for (const letter of arg.slice(1)) {
        if (letter === 'c') text = ''
        else if (letter === 'l') login = true
        else if (letter === 's') stdin = true
        else options.push(letter)
      }
    } else break
  }
  if (text !== undefined) {
    const [given, ...rest] = args.slice(index)
    if (given === undefined) return failed(`${name}: -c: option requires an argument\n`, 2)
    return ended(await context.shell(given, { name: rest[0] ?? name, positional: rest.slice(1), options }))
  }
  const [path, ...positional] = args.slice(index)
  if (path !== undefined && !stdin) {
    const script = context.files.read(context.at(path))
    if (refused(script))
      return failed(`${name}: ${path}: ${sentence(script.errno)}\n`, script.errno === 'ENOENT' ? 127 : 126)
    if (script.startsWith('\x7fELF')) return failed(`${path}: ${path}: cannot execute binary file\n`, 126)
    return ended(await context.shell(script, { name: path, positional, script: true, options }))
  }
  if (!context.stdin.tty)
    return ended(await context.shell(await context.input(), { name, positional: args.slice(index), options }))
  if (!context.mayPush) return ended(0)
  context.asks.push = {
    host: context.host.name,
    user: context.who.name,
    kind: login ? 'login' : 'plain',
    cwd: context.cwd,
    env: context.env,
  }
  return succeeded
}
