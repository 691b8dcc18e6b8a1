import type { MountRule, Prefix } from '../policy.ts'
import { type Condition, conditions } from './conditions.ts'
import { commandBits, mountBit, mountOptions, propagationBits } from './mount-options.ts'
import { type Beginning, expect, type Parser, stated, take, takeIf, unexpected } from './parser.ts'
import { checkOwner } from './peer-rules.ts'
import { refuse, stop } from './refusal.ts'
import type { Token } from './scanner.ts'

/** `mount [fstype=…] [options=(…) | options in (…)] [source] [-> mount point],` · `remount …` · `umount …` */
export function mountRule(parser: Parser, prefix: Prefix, begin: Beginning): MountRule {
  const keyword = take(parser).kind
  const list = conditions(parser)
  const first = takeIf(parser, 'TOK_ID')?.text
  if (keyword === 'TOK_PIVOTROOT') return pivotRoot(parser, prefix, begin, list, first)
  if (keyword !== 'TOK_MOUNT') {
    const end = expect(parser, 'TOK_END_OF_RULE')
    const kind = keyword === 'TOK_REMOUNT' ? 'remount' : 'umount'
    return made(parser, { kind, prefix, begin, end, list, ...(first !== undefined && { mountPoint: first }) })
  }
  const end = takeIf(parser, 'TOK_END_OF_RULE')
  const source = first !== undefined && { source: first }
  if (end) return made(parser, { kind: 'mount', prefix, begin, end, list, ...source })
  if (!takeIf(parser, 'TOK_ARROW')) throw unexpected(parser, 'TOK_END_OF_RULE', 'TOK_ARROW')
  const behind = conditions(parser)
  const mountPoint = takeIf(parser, 'TOK_ID')?.text
  if (mountPoint === undefined) throw unexpected(parser, 'TOK_ID', 'TOK_CONDID')
  const last = expect(parser, 'TOK_END_OF_RULE')
  if (behind.length > 0) {
    throw stop(parser.scanner, 'apparmor-mount', 'mount point conditions not currently supported')
  }
  return made(parser, { kind: 'mount', prefix, begin, end: last, list, ...source, mountPoint })
}

/** `pivot_root [oldroot=…] [new root] [-> profile],` */
function pivotRoot(
  parser: Parser,
  prefix: Prefix,
  begin: Beginning,
  list: readonly Condition[],
  root: string | undefined,
): MountRule {
  if (takeIf(parser, 'TOK_ARROW')) expect(parser, 'TOK_ID', 'TOK_SET_VAR')
  const end = expect(parser, 'TOK_END_OF_RULE')
  const [old] = list
  if (old && old.name !== 'oldroot') {
    throw stop(parser.scanner, 'apparmor-mount', `invalid pivotroot conditional '${old.name}'`)
  }
  checkOwner(parser, prefix, 'mount')
  const source = old?.values[0]
  return {
    kind: 'pivot_root',
    ...stated(parser, begin, prefix, end),
    filesystems: [],
    ...(source !== undefined && { source }),
    ...(root !== undefined && { mountPoint: root }),
  }
}

interface Parts {
  readonly kind: 'mount' | 'remount' | 'umount'
  readonly prefix: Prefix
  readonly begin: Beginning
  readonly end: Token
  readonly list: readonly Condition[]
  readonly source?: string
  readonly mountPoint?: string
}

function made(parser: Parser, { kind, prefix, begin, end, list, source, mountPoint }: Parts): MountRule {
  for (const { name } of list) {
    if (['options', 'option', 'fstype', 'vfstype'].includes(name)) continue
    throw stop(parser.scanner, 'apparmor-mount', `invalid mount conditional ${name}`, { name })
  }
  const common = stated(parser, begin, prefix, end)
  const options = list.filter(({ name }) => name.startsWith('option'))
  const among = options.filter(({ equals }) => !equals).map(it => both(flagsOf(it, common.place)))
  const exactly = options
    .filter(({ equals }) => equals)
    .map(it => {
      const { set, clear } = flagsOf(it, common.place)
      const all = kind === 'remount' ? set | mountBit.remount : set
      const both = all & clear
      if (both !== 0) {
        const words = `conflicting flag values = ${all >>> 0}, ${clear >>> 0}`
        throw refuse('apparmor-mount', words, common.place)
      }
      return all
    })
  checkOwner(parser, prefix, 'mount')
  return {
    kind,
    ...common,
    filesystems: list.filter(({ name }) => name.endsWith('fstype')).flatMap(({ values }) => values),
    ...(exactly.length > 0 && { exactly }),
    ...(among.length > 0 && { among }),
    ...(source !== undefined && { source }),
    ...(mountPoint !== undefined && { mountPoint }),
  }
}

const both = ({ set, clear }: { readonly set: number; readonly clear: number }) => set | clear

function flagsOf({ values }: Condition, place: MountRule['place']) {
  let set = 0
  let clear = 0
  const unknown = values.filter(value => {
    const option = mountOptions.get(value)
    set |= option?.set ?? 0
    clear |= option?.clear ?? 0
    return option === undefined
  })
  if (unknown.length > 0) {
    const words = unknown.map(value => `  unsupported mount option value '${value}'`).join('\n')
    throw refuse('apparmor-mount', words, place, { options: unknown })
  }
  return { set, clear }
}

/** Whether the kernel can be told of a rule at all: some combinations mean nothing. */
export function encodes({ kind, exactly, among, source, mountPoint, filesystems }: MountRule): boolean {
  if (kind === 'umount' || kind === 'pivot_root') return true
  const typed = filesystems.length > 0
  const remounts = kind === 'remount' ? mountBit.remount : 0
  const flags = exactly ?? [remounts]
  return flags.some(each => {
    if (each === 0) return true
    if (each & mountBit.remount && source === undefined && !typed) return true
    if (each & mountBit.bind && !typed) return true
    if (each & (propagationBits | mountBit.rec) && (source === undefined || mountPoint === undefined) && !typed)
      return true
    if (each & mountBit.move && !typed) return true
    return (among ?? [0]).some(more => (each | more) & ~commandBits)
  })
}
