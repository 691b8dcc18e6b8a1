import { type Command, succeeded } from '../command.ts'

export const clear: Command = (_, context) => {
  if (context.stdout.tty) context.asks.clear = true
  return succeeded
}
