import { readUntil } from '../streams/stream.ts'
import type { CommandContext } from './command.ts'

/** Asks as `rm -i` does; at the terminal nobody can answer a running command, so nothing is done. */
export async function agrees({ stderr, stdin }: CommandContext, question: string): Promise<boolean> {
  await stderr.write(question)
  const answer = await readUntil(stdin, '\n')
  return /^[yY]/.test(answer ?? '')
}
