import { type Command, failed, said, succeeded } from '../command.ts'
import { quoteName } from '../names.ts'

export const env: Command = async (args, context) => {
  let variables = new Map(context.env)
  let index = 0
  let cwd: string | undefined
  for (; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '-i' || arg === '-' || arg === '--ignore-environment') variables = new Map()
    else if (arg === '-u') variables.delete(args[++index] ?? '')
    else if (arg.startsWith('--unset=')) variables.delete(arg.slice(8))
    else if (arg === '-C') cwd = context.at(args[++index] ?? '')
    else if (arg === '--') {
      index++
      break
    } else if (arg.startsWith('-'))
      return failed(`env: invalid option -- '${arg.slice(1, 2)}'\nTry 'env --help' for more information.\n`, 125)
    else if (arg.includes('=')) variables.set(arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1))
    else break
  }
  const command = args.slice(index)
  const [name] = command
  if (name === undefined) return said([...variables].map(([key, value]) => `${key}=${value}\n`).join(''))
  if (!context.knows(name)) return failed(`env: ‘${name}’: No such file or directory\n`, 127)
  return {
    ...succeeded,
    exitCode: await context.run(command, { env: variables, ...(cwd === undefined ? {} : { cwd }) }),
  }
}

export const printenv: Command = (args, context) => {
  if (args.length === 0) return said([...context.env].map(([key, value]) => `${key}=${value}\n`).join(''))
  const found = args.map(name => context.env.get(name))
  return said(found.map(value => (value === undefined ? '' : `${value}\n`)).join(''), found.includes(undefined) ? 1 : 0)
}

export const nohup: Command = async (args, context) => {
  const [name] = args
  if (name === undefined) return failed("nohup: missing operand\nTry 'nohup --help' for more information.\n", 125)
  if (!context.knows(name))
    return failed(`nohup: failed to run command ${quoteName(name)}: No such file or directory\n`, 127)
  return { ...succeeded, exitCode: await context.run(args) }
}

/** `nice`, `stdbuf`, `setsid`, `time`: the command as it is; only their options go away. */
export const plainly: Command = async (args, context) => {
  let index = 0
  while (index < args.length && /^-/.test(args[index] ?? '')) index += /^-[nioe]$/.test(args[index] ?? '') ? 2 : 1
  const command = args.slice(index)
  const [name] = command
  if (name === undefined) return succeeded
  if (!context.knows(name)) return failed(`${context.name}: ‘${name}’: No such file or directory\n`, 127)
  return { ...succeeded, exitCode: await context.run(command) }
}
