import { followed, type Host, textOf } from '../world.ts'

/** Files as Falco finds them. Paths are what a configuration or a command line names. */
export interface Disk {
  read(path: string): { readonly text: string } | { readonly problem: 'missing' | 'directory' | 'binary' | 'loop' }
  /** The names of the files directly in a directory, sorted; empty when it is none. */
  list(path: string): readonly string[]
}

/** A host's files, whoever may read them: Falco is root. */
export function diskOf(host: Host): Disk {
  return {
    read: path => textOf(host, path),
    list(path) {
      const found = followed(host, path)
      if ('loop' in found || found.node?.kind !== 'directory') return []
      return host.files.list(found.path).filter(name => {
        const each = followed(host, `${found.path}/${name}`)
        return 'node' in each && each.node?.kind === 'file'
      })
    },
  }
}

/**
 * The files that an entry of `rules_files` or `config_files` leads to: a file, or those directly in a directory. What is
 * not there, and what is not named `.yaml` or `.yml`, is passed over.
 */
export function yamlFilesAt(disk: Disk, named: string): readonly string[] {
  const found = disk.read(named)
  if ('text' in found || found.problem === 'binary') return isYaml(named) ? [named] : []
  if (found.problem !== 'directory') return []
  const folder = named.replace(/\/+$/, '')
  return disk
    .list(named)
    .filter(isYaml)
    .map(name => `${folder}/${name}`)
}

function isYaml(path: string): boolean {
  return path.endsWith('.yaml') || path.endsWith('.yml')
}
