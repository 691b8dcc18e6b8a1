import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseFile, databaseUrl } from '../data-folder.ts'
import { migrate } from './migrate.ts'

let root: string
let folder: string
let migrations: string
const run = () => migrate({ folder, migrations, patience: 300 })
const add = (name: string, sql: string) => {
  mkdirSync(join(migrations, name))
  writeFileSync(join(migrations, name, 'migration.sql'), sql)
}
const query = async (sql: string) => {
  const db = createClient({ url: databaseUrl(folder) })
  try {
    return (await db.execute(sql)).rows.map(row => row[0])
  } finally {
    db.close()
  }
}
/** Ours, in the order in which they are applied. */
const ours = readdirSync('prisma/migrations')
  .filter(name => /^\d/.test(name))
  .sort()
const backups = () => (existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : [])

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'breakwater migrate-'))
  folder = join(root, 'da ta #1')
  migrations = join(root, 'migrations')
  cpSync('prisma/migrations', migrations, { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('an empty folder gets the whole schema, once, for its owner only', async () => {
  expect(await run()).toEqual(ours)
  expect(await run()).toEqual([])
  expect(await query('PRAGMA journal_mode')).toEqual(['wal'])
  expect([statSync(folder).mode & 0o777, statSync(databaseFile(folder)).mode & 0o777]).toEqual([0o700, 0o600])
  expect(backups()).toEqual([])
})

test('a database that holds something is copied before it is changed', async () => {
  await run()
  await query("INSERT INTO Learner (id) VALUES ('anna')")
  add('9001_more', 'CREATE TABLE "More" ("id" TEXT);')
  expect(await run()).toEqual(['9001_more'])
  const [copy = ''] = backups()
  expect(copy).toMatch(/-before-9001_more-\d+\.db$/)
  expect(statSync(join(folder, 'backups', copy)).mode & 0o777).toBe(0o600)
  const old = createClient({ url: `file:${join(folder, 'backups', copy).replaceAll(' ', '%20').replace('#', '%23')}` })
  expect((await old.execute('SELECT id FROM Learner')).rows).toHaveLength(1)
  await expect(old.execute('SELECT * FROM More')).rejects.toThrow('no such table')
  old.close()
})

test('a migration that fails leaves nothing behind', async () => {
  await run()
  add('9002_broken', 'CREATE TABLE "Half" ("id" TEXT); CREATE TABLE "Half" ("id" TEXT);')
  await expect(run()).rejects.toThrow('already exists')
  expect(await query("SELECT name FROM sqlite_master WHERE name = 'Half'")).toEqual([])
  rmSync(join(migrations, '9002_broken'), { recursive: true })
  expect(await run()).toEqual([])
})

test('migrations that were edited or are not known are told apart', async () => {
  await run()
  writeFileSync(join(migrations, '0001_init', 'migration.sql'), 'SELECT 1;')
  await expect(run()).rejects.toThrow('Migration 0001_init was edited after the database had taken it.')
  rmSync(join(migrations, '0001_init'), { recursive: true })
  await expect(run()).rejects.toThrow('written by a newer Breakwater (it knows 0001_init)')
})

test('a file that is no database, or a damaged one, is named with its last copy, and left as it is', async () => {
  await run()
  await query('PRAGMA wal_checkpoint(TRUNCATE)')
  const good = readFileSync(databaseFile(folder))
  writeFileSync(databaseFile(folder), 'no database at all')
  await expect(run()).rejects.toThrow('is damaged, and nothing in it was touched. There is no copy of it')
  expect(readFileSync(databaseFile(folder), 'utf8')).toBe('no database at all')

  mkdirSync(join(folder, 'backups'))
  writeFileSync(join(folder, 'backups', '2026-01-01-before-9001_more-1.db'), good)
  await expect(run()).rejects.toThrow(`The last copy is ${join(folder, 'backups', '2026-01-01-before-9001_more-1.db')}`)

  const damaged = Buffer.from(good)
  damaged.fill(0x5a, 4096, damaged.length - 4096)
  writeFileSync(databaseFile(folder), damaged)
  for (const beside of ['-wal', '-shm']) rmSync(`${databaseFile(folder)}${beside}`, { force: true })
  await expect(run()).rejects.toThrow('is damaged')
})

test('a database that another program holds is said to be locked', async () => {
  mkdirSync(folder)
  const script = `
    import { createClient } from '@libsql/client'
    const db = createClient({ url: process.argv[1] })
    await db.execute('CREATE TABLE "Mine" ("id" TEXT)')
    await db.execute("PRAGMA locking_mode=EXCLUSIVE")
    await db.execute("INSERT INTO Mine VALUES (1)")
    console.log('held')
    setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script, databaseUrl(folder)])
  try {
    await once(holder.stdout, 'data')
    await expect(run()).rejects.toThrow('is locked by another program. Close that program and start again.')
  } finally {
    holder.kill('SIGKILL')
  }
})

test('a folder that cannot be written is said, with the remedy', async () => {
  writeFileSync(join(root, 'file'), '')
  folder = join(root, 'file', 'data')
  await expect(run()).rejects.toThrow(/cannot be written \(ENOTDIR\)\. Make it writable, or set BREAKWATER_DATA/)
  expect(existsSync(folder)).toBe(false)
  folder = '/proc/breakwater'
  await expect(run()).rejects.toThrow('The data folder /proc/breakwater cannot be written')
})

test('several processes that start at once do no harm', async () => {
  const script = `
    import { migrate } from '${new URL('./migrate.ts', import.meta.url).pathname}'
    console.log(JSON.stringify(await migrate({ folder: process.argv[1], migrations: process.argv[2] })))`
  const started = [1, 2, 3].map(
    () =>
      new Promise<string>(resolve => {
        const child = spawn(process.execPath, [
          '--import',
          'tsx',
          '--input-type=module',
          '-e',
          script,
          folder,
          migrations,
        ])
        let said = ''
        child.stdout.on('data', data => {
          said += data
        })
        child.stderr.on('data', data => {
          said += data
        })
        child.on('close', () => resolve(said.trim()))
      }),
  )
  expect((await Promise.all(started)).sort()).toEqual([JSON.stringify(ours), '[]', '[]'])
  expect(await query('SELECT count(*) FROM _prisma_migrations')).toEqual([ours.length])
})
