import type { AuditLog } from './api-server.ts'
import type { InContainer } from './container-path.ts'
import { normalise, parentOf } from './file-tree.ts'
import type { Mount } from './static-pod.ts'

type Refused = { readonly words: string; readonly mount?: Mount }

/**
 * Where `--audit-log-path` leads. Before it serves, the API server makes the directories above the file and opens it for
 * writing; when that fails it exits. Undefined: no path, so no log.
 */
export function auditLogOf(
  path: string,
  look: (path: string) => InContainer | { readonly undecided: string },
): AuditLog | Refused | { readonly undecided: string } | undefined {
  if (path === '') return undefined
  if (path === '-') return { on: 'output' }
  const found = look(path)
  if ('undecided' in found) return found
  const refuse = (why: string): Refused => ({
    words: `ensureLogFile: ${why}`,
    ...(found.mount && { mount: found.mount }),
  })
  if (found.is === 'directory') return refuse(`open ${path}: is a directory`)
  if (found.readOnly) {
    const missing = firstMissing(normalise(path), found.mount?.path ?? '/var/log', look)
    return refuse(`${missing ? `mkdir ${missing}` : `open ${path}`}: read-only file system`)
  }
  return found.hostPath === undefined ? { on: 'container', path } : { on: 'host', file: found.hostPath }
}

/** The topmost directory above a path that is not there, below a directory that is. */
function firstMissing(
  path: string,
  top: string,
  look: (path: string) => InContainer | { readonly undecided: string },
): string | undefined {
  let missing: string | undefined
  for (let at = parentOf(path); at !== '/' && at !== normalise(top); at = parentOf(at)) {
    const found = look(at)
    if ('is' in found && found.is === 'missing') missing = at
  }
  return missing
}
