import { sentence } from '../../files/errno.ts'
import { type Command, failed, succeeded } from '../command.ts'
import { curly, quoteName } from '../names.ts'

export const unlink: Command = (args, context) => {
  const [path, extra] = args
  const hint = "Try 'unlink --help' for more information.\n"
  if (path === undefined) return failed(`unlink: missing operand\n${hint}`)
  if (extra !== undefined) return failed(`unlink: extra operand ${curly(extra)}\n${hint}`)
  const why = context.files.unlink(context.at(path))
  return why ? failed(`unlink: cannot unlink ${quoteName(path)}: ${sentence(why)}\n`) : succeeded
}
