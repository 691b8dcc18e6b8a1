import { join } from '../../cluster/file-tree.ts'
import { refused, sentence } from '../files/errno.ts'
import type { Files } from '../files/files.ts'
import type { CommandContext } from './command.ts'
import type { Complaints } from './complaints.ts'
import { quoteName } from './names.ts'

export interface CopyRules {
  readonly recursive: boolean
  /** Owner, mode and time go along. */
  readonly preserve: boolean
  /** Links are copied as links. */
  readonly links: boolean
  readonly force: boolean
  readonly umask: number
  readonly say?: (from: string, to: string) => void
}

/** Copies a file or tree; `from` and `to` may lie on different hosts. Names are as the user wrote them. */
export async function copyTree(
  context: CommandContext,
  from: { readonly files: Files; readonly path: string; readonly name: string },
  to: { readonly files: Files; readonly path: string; readonly name: string },
  rules: CopyRules,
  bad: Complaints,
  top = true,
): Promise<void> {
  await context.work(4096)
  const stat = rules.links || !top ? from.files.lstat(from.path) : from.files.stat(from.path)
  if (refused(stat)) return bad.about('cannot stat', from.name, stat.errno)
  const special = stat.kind === 'directory' ? stat.mode & 0o1000 : 0
  const mode = rules.preserve ? stat.mode : (stat.mode & ~rules.umask & 0o777) | special
  const keep = () => {
    if (!rules.preserve) return
    to.files.chown(to.path, stat.uid, stat.gid, false)
    to.files.chmod(to.path, stat.mode)
    to.files.touch(to.path, stat.mtime)
  }
  if (stat.kind === 'directory') {
    if (!rules.recursive) return bad.say(`-r not specified; omitting directory ${quoteName(from.name)}`)
    const there = to.files.stat(to.path)
    if (!refused(there) && there.kind !== 'directory')
      return bad.say(`cannot overwrite non-directory ${quoteName(to.name)} with directory ${quoteName(from.name)}`)
    if (refused(there)) {
      const why = to.files.makeDirectory(to.path, mode | 0o700)
      if (why) return bad.about('cannot create directory', to.name, why)
    }
    rules.say?.(from.name, to.name)
    const names = from.files.list(from.path)
    if (refused(names)) return bad.about('cannot access', from.name, names.errno)
    for (const name of names)
      await copyTree(
        context,
        { files: from.files, path: join(from.path, name), name: join(from.name.replace(/(?<=.)\/+$/, ''), name) },
        { files: to.files, path: join(to.path, name), name: join(to.name.replace(/(?<=.)\/+$/, ''), name) },
        rules,
        bad,
        false,
      )
    if (refused(there) && mode !== (mode | 0o700)) to.files.chmod(to.path, mode)
    return keep()
  }
  const there = to.files.stat(to.path)
  if (!refused(there) && there.kind === 'directory')
    return bad.say(`cannot overwrite directory ${quoteName(to.name)} with non-directory`)
  if (stat.kind === 'link') {
    if (!refused(to.files.lstat(to.path))) to.files.unlink(to.path)
    const why = to.files.symlink(stat.target ?? '', to.path)
    if (why) return bad.about('cannot create symbolic link', to.name, why)
    rules.say?.(from.name, to.name)
    return
  }
  const text = from.files.read(from.path)
  if (refused(text)) return bad.say(`cannot open ${quoteName(from.name)} for reading: ${sentence(text.errno)}`)
  await context.work(text.length)
  let why = to.files.write(to.path, text, mode)
  if (why === 'EACCES' && rules.force && !refused(there) && to.files.unlink(to.path) === undefined)
    why = to.files.write(to.path, text, mode)
  if (why)
    return why === 'ENOSPC' || why === 'EFBIG'
      ? bad.about('error writing', to.name, why)
      : bad.about('cannot create regular file', to.name, why)
  rules.say?.(from.name, to.name)
  keep()
}
