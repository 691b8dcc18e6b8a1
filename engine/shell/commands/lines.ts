import { type Refused, refused } from '../files/errno.ts'
import type { CommandContext } from './command.ts'

/** The lines of a text without their line ends; the last may lack one. */
export function linesOf(text: string, end = '\n'): string[] {
  if (text === '') return []
  const lines = text.split(end)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** A file by name, `-` for standard input; a directory can be opened but not read. */
export async function textOf(context: CommandContext, path: string): Promise<string | Refused> {
  if (path === '-') return context.input()
  const text = context.files.read(context.at(path))
  if (!refused(text) || text.errno !== 'EACCES') return text
  return text
}
