import { permission } from './permissions.ts'
import type { FileRule, Rule } from './policy.ts'

/** What a denial takes of a rule: all of it, or these bits of a file rule. Undefined where that is not certain, or nothing. */
export function overruled(deny: Rule, rule: Rule): 'all' | number | undefined {
  if (deny.kind === 'file' && rule.kind === 'file') return ofFile(deny, rule)
  return deny.kind === rule.kind && coversOther(deny, rule) ? 'all' : undefined
}

function ofFile(deny: FileRule, rule: FileRule): 'all' | number | undefined {
  if (deny.owner !== undefined && deny.owner !== rule.owner) return undefined
  // A link is allowed or denied together with its target.
  if (rule.permissions & permission.l || !covers(deny, rule)) return undefined
  const both = rule.permissions & deny.permissions
  // Appending alone is denied, and writing still writes.
  const taken =
    both & permission.a && rule.permissions & permission.w && !(both & permission.w) ? both & ~permission.a : both
  if (taken === rule.permissions) return 'all'
  return taken === 0 ? undefined : taken
}

/** Certain only: the same path, or everything below a folder that the other path begins with. */
function covers({ path: wide }: FileRule, { path: narrow }: FileRule): boolean {
  if (wide === narrow) return true
  if (wide === '/{**,}') return true
  const [, folder] = /^([^*?[\]{}\\]*\/)\*\*$/.exec(wide) ?? []
  if (folder === undefined || !narrow.startsWith(folder)) return false
  // `/a/**` does not match `/a/` itself.
  return /^[^*?[{\\/]/.test(narrow.slice(folder.length)) || /^\*\*?$/.test(narrow.slice(folder.length))
}

/** Every word of the one is said by the other; without words it says all. */
function holds<Word>(wide: readonly Word[], narrow: readonly Word[]): boolean {
  return wide.length === 0 || (narrow.length > 0 && narrow.every(word => wide.includes(word)))
}

function coversOther(deny: Rule, rule: Rule): boolean {
  switch (deny.kind) {
    case 'capability':
      return rule.kind === 'capability' && holds(deny.names, rule.names)
    case 'network':
      if (rule.kind !== 'network' || deny.conditional || !holds(deny.accesses, rule.accesses)) return false
      if (deny.sockets === undefined || rule.sockets === undefined) return deny.sockets === undefined
      return rule.sockets.every(it =>
        deny.sockets?.some(({ family, type }) => family === it.family && type === it.type),
      )
    case 'signal':
      if (rule.kind !== 'signal' || !holds(deny.accesses, rule.accesses)) return false
      return holds(deny.signals, rule.signals) && (deny.peer === undefined || deny.peer === rule.peer)
    case 'ptrace':
      if (rule.kind !== 'ptrace' || !holds(deny.accesses, rule.accesses)) return false
      return deny.peer === undefined || deny.peer === rule.peer
    case 'mount':
    case 'remount':
    case 'umount':
    case 'pivot_root':
      // A denial with conditions is followed no further.
      if (deny.filesystems.length > 0 || deny.exactly || deny.among || deny.source !== undefined) return false
      return 'mountPoint' in rule
        ? deny.mountPoint === undefined || deny.mountPoint === rule.mountPoint
        : deny.mountPoint === undefined
    case 'change_profile':
      return rule.kind === 'change_profile' && deny.exec === undefined && deny.target === rule.target
    default:
      return false
  }
}
