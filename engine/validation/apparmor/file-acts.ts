import { auditRecord, type Process } from './audit-record.ts'
import type { Decision } from './decision.ts'
import type { FileDecider } from './file-decider.ts'
import { permission } from './permissions.ts'

const { r, w, a, k, m } = permission

/** One question that the kernel asks on the way of an act. */
interface Asked {
  /** As the record calls it. */
  readonly operation: string
  readonly wanted: number
  /** What stands in the record for `w`. */
  readonly w?: string
  /** About the second path: what something is renamed to. */
  readonly of?: 'to'
  /** What is new belongs to who makes it. */
  readonly isNew?: boolean
  /** The path of a directory ends in a slash. */
  readonly directory?: boolean
}

const open = (wanted: number): Asked => ({ operation: 'open', wanted })
const made = (operation: string, wanted: number = w): Asked => ({ operation, wanted, w: 'c', isNew: true })

/** What people and programs do with files, as the questions that come of it. */
export const fileActs = {
  read: [open(r)],
  write: [open(w)],
  'read and write': [open(r | w)],
  append: [open(a)],
  truncate: [{ operation: 'truncate', wanted: w }],
  create: [made('mknod')],
  'create for appending': [made('mknod', w | a)],
  'open or create': [{ ...open(w), w: 'wc' }],
  delete: [{ operation: 'unlink', wanted: w, w: 'd' }],
  'make a symlink': [made('symlink')],
  'make a directory': [{ ...made('mkdir'), directory: true }],
  'list a directory': [{ ...open(r), directory: true }],
  'delete a directory': [{ operation: 'rmdir', wanted: w, w: 'd', directory: true }],
  rename: [
    { operation: 'rename_src', wanted: r | w, w: 'wd' },
    { operation: 'rename_dest', wanted: w, w: 'wc', of: 'to' },
  ],
  'change mode': [{ operation: 'chmod', wanted: w }],
  'change owner': [{ operation: 'chown', wanted: w }],
  lock: [open(r), { operation: 'file_lock', wanted: k }],
  'lock for writing': [open(r), { operation: 'file_lock', wanted: k | w }],
  'map as code': [open(r), { operation: 'file_mmap', wanted: m }],
} as const satisfies Readonly<Record<string, readonly Asked[]>>

export type FileAct = keyof typeof fileActs

export interface FileRequest {
  readonly path: string
  /** Where `rename` leads. */
  readonly to?: string
  /** The process owns the file. */
  readonly owner: boolean
}

/** A question that was asked, with its decision and what the kernel writes. */
export interface Step {
  readonly decision: Decision
  readonly record: string | undefined
}

/**
 * The questions of an act up to the first that is not allowed. Directories are named with or without their slash; `process` is
 * what records say of it.
 */
export function decideFileAct(
  { label, files }: { readonly label: string; readonly files: FileDecider },
  act: FileAct,
  { path, to, owner }: FileRequest,
  process: Process,
): readonly Step[] {
  const steps: Step[] = []
  const asked: readonly Asked[] = fileActs[act]
  for (const { operation, wanted, w: written, of, isNew, directory } of asked) {
    const plain = of === 'to' ? (to ?? path) : path
    const name = directory && !plain.endsWith('/') ? `${plain}/` : plain
    const decision = files.decide(name, wanted, isNew ? true : owner)
    const letters = maskOf(decision.logged ?? '', written)
    const ouid = isNew ? process.uid : process.ouid
    const file = { kind: 'file', operation, name, letters, ouid } as const
    steps.push({ decision, record: auditRecord(label, decision, file, process) })
    if (decision.verdict !== 'allowed') break
  }
  return steps
}

/** Letters in the order of records, with what stands there for `w`. */
export function maskOf(letters: string, written = 'w'): string {
  const all = new Set([...letters].flatMap(it => (it === 'w' ? [...written] : [it])))
  return [...'xwracdkml'].filter(it => all.has(it)).join('')
}
