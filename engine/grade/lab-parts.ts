import type { FileNode } from '../cluster/file-tree.ts'
import type { WrittenAttempt } from './lab.ts'
import type { LabFiles, PackFinding } from './lab-source.ts'

/** The parts of a lab that are files found by their place. */
export interface LabParts {
  readonly start: ReadonlyMap<string, ReadonlyMap<string, FileNode>>
  readonly probes: ReadonlyMap<string, string>
  readonly attempts: readonly WrittenAttempt[]
  readonly findings: readonly PackFinding[]
}

const known = new Set(['lab.yaml', 'task.md', 'hints.md', 'explain.md'])

/** Sorts a lab's files by their place. `hosts` and `checks` are the names that may occur; without hosts any may. */
export function labParts(files: LabFiles, hosts: readonly string[], checks: readonly string[]): LabParts {
  const start = new Map<string, Map<string, FileNode>>()
  const probes = new Map<string, string>()
  const attempts: WrittenAttempt[] = []
  const findings: PackFinding[] = []
  const fault = (code: string, file: string, message: string) => findings.push({ code, file, message })

  for (const file of Object.keys(files).sort()) {
    const text = files[file] ?? ''
    const [, host, path] = /^start\/hosts\/([^/]+)(\/.+)$/.exec(file) ?? []
    if (known.has(file)) continue
    if (host !== undefined && path !== undefined) {
      if (hosts.length > 0 && !hosts.includes(host))
        fault('unknown-host', file, `There is no host \`${host}\`. Known: ${hosts.join(', ')}.`)
      const tree = start.get(host) ?? new Map<string, FileNode>()
      tree.set(path, { kind: 'file', content: text, mode: 0o644, uid: 0, gid: 0, mtime: 0 })
      start.set(host, tree)
    } else if (file.startsWith('start/'))
      fault('start-object', file, 'This cluster takes no objects yet. Files of hosts lie below `start/hosts/<host>/`.')
    else if (file.startsWith('probes/')) probes.set(file, text)
    else if (/^pass\/[^/]+\.sh$/.test(file)) attempts.push({ file, script: text, expected: [] })
    else if (/^fail\/[^/]+\.sh$/.test(file))
      attempts.push({ file, script: text, expected: failing(file, checks, fault) })
    else fault('unexpected-file', file, 'No part of a lab lies here. See the layout in docs/writing-a-lab.md.')
  }
  return { start, probes, attempts, findings }
}

/** The checks that a wrong attempt names: `fail/<check>[+<check>].<mistake>.sh`. */
function failing(
  file: string,
  checks: readonly string[],
  fault: (code: string, file: string, message: string) => void,
): readonly string[] {
  const [, named, mistake] = /^fail\/([^./]+)\.([^/]+)\.sh$/.exec(file) ?? []
  if (named === undefined || mistake === undefined) {
    fault('attempt-name', file, 'A wrong attempt is named `fail/<check>[+<check>].<mistake>.sh`.')
    return []
  }
  const ids = named.split('+')
  for (const id of ids)
    if (!checks.includes(id)) fault('attempt-name', file, `There is no check \`${id}\`. Known: ${checks.join(', ')}.`)
  return ids
}
