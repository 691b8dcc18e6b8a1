import { parentOf } from '../../../cluster/file-tree.ts'
import { linksOf, type Unit } from '../../../cluster/services/units.ts'
import type { CommandContext, Result } from '../command.ts'

/** Makes the links that start a unit with the host. */
export function enable({ host, world }: CommandContext, unit: Unit): Result {
  const links = linksOf(unit)
  if (links.length === 0)
    return {
      stdout: '',
      stderr:
        'The unit files have no installation config (WantedBy=, RequiredBy=, UpheldBy=,\nAlso=, or Alias= settings in the [Install] section).\n',
      exitCode: 0,
    }
  const owned = { uid: 0, gid: 0, mtime: world.clock }
  const made = links.filter(path => host.files.get(path) === undefined)
  for (const path of made) {
    const folder = parentOf(path)
    if (host.files.get(folder) === undefined) host.files.set(folder, { kind: 'directory', mode: 0o755, ...owned })
    host.files.set(path, { kind: 'link', target: unit.path, mode: 0o777, ...owned })
  }
  return { stdout: '', stderr: made.map(path => `Created symlink ${path} → ${unit.path}.\n`).join(''), exitCode: 0 }
}

/** Takes them away. */
export function disable({ host }: CommandContext, unit: Unit): Result {
  const gone = linksOf(unit).filter(path => host.files.get(path)?.kind === 'link')
  for (const path of gone) host.files.delete(path)
  return { stdout: '', stderr: gone.map(path => `Removed "${path}".\n`).join(''), exitCode: 0 }
}
