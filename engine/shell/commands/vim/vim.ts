import { normalise, parentOf } from '../../../cluster/file-tree.ts'
import { refused } from '../../files/errno.ts'
import { type Command, failed, succeeded } from '../command.ts'
import { quoteName } from '../names.ts'

/**
 * `vim`, `vi`, `nano`, `edit`: asks the editor pane to open the file. Who may not write it is told so, as vim's
 * `[readonly]` does; the pane opens all the same, because looking is allowed there.
 */
export const vim: Command = async (args, context) => {
  const paths = args.filter(arg => !/^[-+]/.test(arg))
  const [path] = paths
  if (path === undefined) return failed(`${context.name}: name a file, and the editor pane opens it.\n`)
  const at = context.at(path)
  const stat = context.files.stat(at)
  if (!refused(stat) && stat.kind === 'directory')
    return failed(`${context.name}: ${quoteName(path)} is a directory.\n`)
  if (refused(stat) && stat.errno !== 'ENOENT') return failed(`"${path}" [Permission Denied]\n`)
  const parent = context.files.stat(parentOf(normalise(path, context.cwd)))
  if (refused(parent) && parent.errno === 'ENOENT')
    return failed(
      `${context.name}: ${quoteName(parentOf(normalise(path, context.cwd)))} does not exist: make it first with mkdir -p.\n`,
    )
  const readable = refused(stat) || context.files.may(at, 'r')
  if (!readable) return failed(`"${path}" [Permission Denied] Use sudo ${context.name}.\n`)
  const real = context.files.real(at)
  context.asks.open = { host: context.host.name, path: refused(real) ? at : real }
  const closed = context.files.writable(at) !== undefined
  if (closed) return failed(`"${path}" [readonly] ${context.who.name} may not write it: use sudo ${context.name}.\n`, 0)
  return paths.length > 1 ? failed(`${context.name}: only ${quoteName(path)} was opened.\n`, 0) : succeeded
}
