/** What can befall a database file that is nobody's mistake in the code. */
export type SqliteTrouble = 'full' | 'locked' | 'corrupt' | 'read-only'

const primary: Readonly<Record<number, SqliteTrouble>> = {
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'corrupt',
  11: 'corrupt',
  13: 'full',
  14: 'read-only',
  26: 'corrupt',
}

/**
 * Finds SQLite's result code in an error of libSQL or Prisma, wherever in the chain of causes it lies.
 * The low byte is the primary code (https://sqlite.org/rescode.html).
 */
export function sqliteTrouble(error: unknown): SqliteTrouble | undefined {
  for (let it = error, depth = 0; typeof it === 'object' && it !== null && depth < 8; depth++) {
    const code = codeOf(it)
    if (code !== undefined && primary[code & 0xff] !== undefined) return primary[code & 0xff]
    if ('code' in it && it.code === 'P1008') return 'locked'
    it = 'cause' in it ? it.cause : 'meta' in it && isObject(it.meta) ? it.meta.driverAdapterError : undefined
  }
  return undefined
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function codeOf(error: object): number | undefined {
  if ('rawCode' in error && typeof error.rawCode === 'number') return error.rawCode
  if ('extendedCode' in error && typeof error.extendedCode === 'number') return error.extendedCode
  if ('originalCode' in error && typeof error.originalCode === 'string') return Number(error.originalCode)
  return undefined
}
