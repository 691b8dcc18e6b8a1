import { type Command, failed, succeeded } from '../command.ts'
import { duration } from '../sleep/sleep.ts'

/** `timeout`: a command's own sleeps are what takes time here, so the command runs and its time is looked at afterwards. */
export const timeout: Command = async (args, context) => {
  let index = 0
  while (index < args.length && /^-/.test(args[index] ?? '')) index += /^-[sk]$/.test(args[index] ?? '') ? 2 : 1
  const [time, ...command] = args.slice(index)
  if (time === undefined || command.length === 0)
    return failed("timeout: missing operand\nTry 'timeout --help' for more information.\n", 125)
  const limit = duration(time)
  if (limit === undefined)
    return failed(`timeout: invalid time interval ‘${time}’\nTry 'timeout --help' for more information.\n`, 125)
  const [name = ''] = command
  if (!context.knows(name)) return failed(`timeout: failed to run command ‘${name}’: No such file or directory\n`, 127)
  const started = context.world.clock
  // What waits by itself is told how long it may.
  const waits = name === 'falco' && !command.some(word => word.startsWith('-M'))
  const exitCode = await context.run(
    name === 'sleep'
      ? ['sleep', String(Math.min((duration(command[1] ?? '') ?? 0) / 1000, limit / 1000))]
      : waits
        ? [...command, '-M', String(Math.max(1, Math.round(limit / 1000)))]
        : command,
  )
  const took = context.world.clock - started
  const late =
    name === 'sleep' ? (duration(command[1] ?? '') ?? 0) > limit : limit > 0 && (waits ? took >= limit : took > limit)
  return { ...succeeded, exitCode: late ? 124 : exitCode }
}
