import type { Given } from '../given.ts'

/** The bits of a file's mode, in the order in which Falco prints them. */
const bits: readonly (readonly [string, number])[] = [
  ['S_IXOTH', 0o1],
  ['S_IWOTH', 0o2],
  ['S_IROTH', 0o4],
  ['S_IXGRP', 0o10],
  ['S_IWGRP', 0o20],
  ['S_IRGRP', 0o40],
  ['S_IXUSR', 0o100],
  ['S_IWUSR', 0o200],
  ['S_IRUSR', 0o400],
  ['S_ISVTX', 0o1000],
  ['S_ISGID', 0o2000],
  ['S_ISUID', 0o4000],
]

/** The setting `permissions`: octal digits. Undefined when nobody told. */
export function permissionsOf(asked: Given): number | undefined {
  const written = asked.text('permissions')
  if (written === undefined) return undefined
  if (/^0?[0-7]{3,4}$/.test(written)) return Number.parseInt(written, 8)
  asked.report('This must be a file’s mode in octal digits. Write it as in "4755".', 'permissions')
  return undefined
}

export function permissionNames(permissions: number): string {
  return bits.flatMap(([name, bit]) => (permissions & bit ? [name] : [])).join('|')
}

export function isExecutable(permissions: number): boolean {
  return (permissions & 0o111) !== 0
}
