import { join } from '../../cluster/file-tree.ts'
import type { Files, Stat } from '../files/files.ts'

/** A directory has two links and one for each directory in it; hard links between files are not kept. */
export function linkCount({ host }: Files, stat: Stat): number {
  if (stat.kind !== 'directory') return 1
  return (
    2 + host.files.list(stat.path).filter(name => host.files.get(join(stat.path, name))?.kind === 'directory').length
  )
}
