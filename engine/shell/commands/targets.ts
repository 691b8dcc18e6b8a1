import { join } from '../../cluster/file-tree.ts'
import { refused } from '../files/errno.ts'
import { lastName } from '../files/files.ts'
import { type CommandContext, failed, type Result } from './command.ts'
import { quoteName } from './names.ts'

export interface Pair {
  readonly from: string
  readonly to: string
}

/** What `cp`, `mv` and `ln` have to do with their operands: into a directory, or onto a name. */
export function pairsOf(
  program: string,
  operands: readonly string[],
  into: string | undefined,
  plainly: boolean,
  context: CommandContext,
): readonly Pair[] | Result {
  const hint = `Try '${program} --help' for more information.\n`
  if (operands.length === 0) return failed(`${program}: missing file operand\n${hint}`)
  const isDirectory = (path: string) => {
    const stat = context.files.stat(context.at(path))
    return !refused(stat) && stat.kind === 'directory'
  }
  const inside = (directory: string, from: string): Pair => ({
    from,
    to: directory.endsWith('/') ? directory + lastName(from) : join(directory, lastName(from)),
  })
  if (into !== undefined) {
    if (!isDirectory(into))
      return failed(`${program}: target directory ${quoteName(into)}: No such file or directory\n`)
    return operands.map(from => inside(into, from))
  }
  const target = operands.at(-1) ?? ''
  const sources = operands.slice(0, -1)
  if (sources.length === 0)
    return failed(`${program}: missing destination file operand after ${quoteName(target)}\n${hint}`)
  if (plainly) {
    if (sources.length > 1) return failed(`${program}: extra operand ${quoteName(operands[2] ?? '')}\n${hint}`)
    return [{ from: sources[0] ?? '', to: target }]
  }
  if (isDirectory(target)) return sources.map(from => inside(target, from))
  if (sources.length > 1) {
    const stat = context.files.stat(context.at(target))
    return failed(
      `${program}: target ${quoteName(target)}: ${refused(stat) ? 'No such file or directory' : 'Not a directory'}\n`,
    )
  }
  return [{ from: sources[0] ?? '', to: target }]
}

export function isResult(value: readonly Pair[] | Result): value is Result {
  return 'exitCode' in value
}
