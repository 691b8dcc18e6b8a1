import { type Command, failed, succeeded } from '../command.ts'

const units: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 }

/** `1.5`, `2m`, `infinity` in milliseconds; undefined when it is no time. */
export function duration(text: string): number | undefined {
  if (text === 'infinity' || text === 'inf') return 86_400_000
  const found = /^(\d*\.?\d+|\d+\.)([smhd]?)$/.exec(text)
  return found ? Number(found[1]) * (units[found[2] ?? ''] ?? 1) * 1000 : undefined
}

export const sleep: Command = async (args, context) => {
  if (args.length === 0) return failed("sleep: missing operand\nTry 'sleep --help' for more information.\n")
  let sum = 0
  for (const arg of args) {
    const time = duration(arg)
    if (time === undefined)
      return failed(`sleep: invalid time interval ‘${arg}’\nTry 'sleep --help' for more information.\n`)
    sum += time
  }
  await context.sleep(sum)
  return succeeded
}
