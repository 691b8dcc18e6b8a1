import type { Command } from '../command.ts'

/** `yes`: a line again and again, until nobody reads or the terminal stops it. */
export const yes: Command = async (args, context) => {
  const line = `${args.length > 0 ? args.join(' ') : 'y'}\n`
  const block = line.repeat(Math.max(Math.floor(4096 / line.length), 1))
  for (;;) {
    await context.stdout.write(block)
    await context.work(4096)
  }
}
