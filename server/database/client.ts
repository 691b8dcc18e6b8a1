import 'server-only'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { PrismaClient } from '#prisma/client.ts'
import { databaseUrl, dataFolder } from '../data-folder.ts'

/**
 * libSQL waits for a lock on the thread that serves everybody, so it waits briefly; `patiently` tries again between turns
 * of the loop. In milliseconds.
 */
const driverTimeout = 250

const key = Symbol.for('breakwater.database')
const shelf = globalThis as typeof globalThis & { [key]?: PrismaClient }

/** The one database of this process. Route bundles are modules of their own, so it lies on `globalThis`. */
export function database(): PrismaClient {
  shelf[key] ??= openDatabase(dataFolder())
  return shelf[key]
}

export function openDatabase(folder: string): PrismaClient {
  const config = { url: databaseUrl(folder), timeout: driverTimeout }
  return new PrismaClient({ adapter: new Adapter(config), errorFormat: 'minimal' })
}

/**
 * With a write-ahead log, `NORMAL` loses nothing when a process dies; only a power cut may take the last commits.
 * The setting belongs to the connection, so it is made where connections are.
 */
class Adapter extends PrismaLibSql {
  override createClient(config: Parameters<PrismaLibSql['createClient']>[0]) {
    const client = super.createClient(config)
    void client.execute('PRAGMA synchronous=NORMAL')
    return client
  }
}
