import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Client, createClient, type Transaction } from '@libsql/client'
import { databaseFile, databaseUrl, prepareDataFolder } from '../data-folder.ts'
import { sqliteTrouble } from '../database/sqlite-trouble.ts'
import { StartupProblem } from './startup-problem.ts'

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

export interface MigrateOptions {
  readonly folder: string
  /** Prisma's folder: one folder per migration, with `migration.sql` in it. */
  readonly migrations: string
  /** How long to wait for another process, in milliseconds. */
  readonly patience?: number
}

/** Above this size, in bytes, the file is not read through at every start. */
const quickCheckAtMost = 256 * 1024 * 1024

/**
 * Brings the database up to date and keeps account in Prisma's own table. The file is copied to `backups/` first when it
 * holds something. Several processes may do this at once: one applies, the others find it done.
 * Throws a StartupProblem, and then nothing was changed. Answers the names of the migrations it applied.
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const { folder } = options
  prepareDataFolder(folder)
  const file = databaseFile(folder)
  try {
    closeSync(openSync(file, 'a', 0o600))
    if (!looksLikeDatabase(file)) throw corrupt(folder)
    const db = createClient({ url: databaseUrl(folder), timeout: options.patience ?? 5000 } as Parameters<
      typeof createClient
    >[0])
    try {
      return await bringUpToDate(db, options)
    } finally {
      db.close()
    }
  } catch (error) {
    throw error instanceof StartupProblem ? error : (problemOf(error, folder) ?? error)
  }
}

async function bringUpToDate(db: Client, { folder, migrations: source }: MigrateOptions): Promise<readonly string[]> {
  const hadContent = statSync(databaseFile(folder)).size > 0
  if (hadContent) await checkFile(db, folder)
  await db.execute('PRAGMA journal_mode=WAL')
  const migrations = readMigrations(source)
  const pending = notApplied(migrations, await applied(db))
  if (pending.length === 0) return []
  if (hadContent) await copyAside(db, folder, pending[0]?.name ?? '')
  const transaction = await db.transaction('write')
  try {
    await transaction.execute(accountTable)
    // Another process may have been here between the look and the lock.
    const still = notApplied(migrations, await applied(transaction))
    for (const migration of still) await apply(transaction, migration)
    await transaction.commit()
    return still.map(({ name }) => name)
  } finally {
    transaction.close()
  }
}

/** Empty, or with SQLite's magic at its head: another file is not even opened by SQLite, which would tidy beside it. */
function looksLikeDatabase(file: string): boolean {
  const head = Buffer.alloc(16)
  const opened = openSync(file, 'r')
  try {
    return readSync(opened, head) === 0 || head.toString('latin1') === 'SQLite format 3\0'
  } finally {
    closeSync(opened)
  }
}

async function checkFile(db: Client, folder: string): Promise<void> {
  if (statSync(databaseFile(folder)).size > quickCheckAtMost) return
  const { rows } = await db.execute('PRAGMA quick_check(1)')
  if (rows[0]?.[0] !== 'ok') throw corrupt(folder)
}

const accountTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`

async function apply(transaction: Transaction, { name, sql, checksum }: Migration): Promise<void> {
  await transaction.executeMultiple(sql)
  await transaction.execute({
    sql: `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
          VALUES (?, ?, ?, ?, 1)`,
    args: [randomUUID(), checksum, name, Date.now()],
  })
}

/** Name → checksum; empty when there is no table yet. */
async function applied(db: Client | Transaction): Promise<ReadonlyMap<string, string>> {
  const table = await db.execute("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'")
  if (table.rows.length === 0) return new Map()
  const { rows } = await db.execute(
    'SELECT "migration_name", "checksum" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL',
  )
  return new Map(rows.map(row => [String(row[0]), String(row[1])]))
}

function notApplied(migrations: readonly Migration[], done: ReadonlyMap<string, string>): readonly Migration[] {
  for (const { name, checksum } of migrations)
    if (done.has(name) && done.get(name) !== checksum)
      throw new StartupProblem(
        `Migration ${name} was edited after the database had taken it. Restore the file from the repository.`,
      )
  for (const name of done.keys())
    if (!migrations.some(migration => migration.name === name))
      throw new StartupProblem(
        `The database was written by a newer Breakwater (it knows ${name}). Start that version, or set BREAKWATER_DATA to another folder.`,
      )
  return migrations.filter(({ name }) => !done.has(name))
}

function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function copyAside(db: Client, folder: string, before: string): Promise<void> {
  const backups = join(folder, 'backups')
  mkdirSync(backups, { recursive: true, mode: 0o700 })
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const copy = join(backups, `${stamp}-before-${before}-${process.pid}.db`)
  await db.execute({ sql: 'VACUUM INTO ?', args: [copy] })
  chmodSync(copy, 0o600)
}

function problemOf(error: unknown, folder: string): StartupProblem | undefined {
  switch (sqliteTrouble(error)) {
    case 'corrupt':
      return corrupt(folder)
    case 'locked':
      return new StartupProblem(
        `The database ${databaseFile(folder)} is locked by another program. Close that program and start again.`,
      )
    case 'read-only':
      return new StartupProblem(
        `The database ${databaseFile(folder)} cannot be opened for writing. Make it writable, or set BREAKWATER_DATA to another folder.`,
      )
    case 'full':
      return new StartupProblem(`The disk that holds ${folder} is full. Make room and start again.`)
    default:
      return undefined
  }
}

function corrupt(folder: string): StartupProblem {
  const backups = join(folder, 'backups')
  const copies = existsSync(backups)
    ? readdirSync(backups)
        .filter(name => name.endsWith('.db'))
        .sort()
    : []
  const last = copies.at(-1)
  const remedy =
    last === undefined
      ? 'There is no copy of it; move it away to begin with an empty one.'
      : `The last copy is ${join(backups, last)}; put it in its place, or move the damaged file away to begin with an empty one.`
  return new StartupProblem(`The database ${databaseFile(folder)} is damaged, and nothing in it was touched. ${remedy}`)
}
