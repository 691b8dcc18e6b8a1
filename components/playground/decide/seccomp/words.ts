import type { Arch } from '#engine/validation/seccomp/profile.ts'
import { seccompTables } from '../../seccomp-fields.ts'

/** Arguments as people write them. */
export const hex = (args: readonly bigint[]) => args.map(it => `0x${it.toString(16)}`).join(', ')

/** A table as the form calls it. */
export function tableName(arch: Arch): string {
  return Object.entries(seccompTables).find(([, it]) => it.table === arch)?.[0] ?? arch
}
