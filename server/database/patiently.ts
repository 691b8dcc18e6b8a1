import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { sqliteTrouble } from './sqlite-trouble.ts'

/** How long an act waits for another process that writes, in milliseconds. */
const patience = 5000

/** Repeats a single statement while the database is locked by another process. */
export async function patiently<T>(statement: () => Promise<T>): Promise<T> {
  const until = Date.now() + patience
  for (;;) {
    try {
      return await statement()
    } catch (error) {
      if (sqliteTrouble(error) !== 'locked' || Date.now() > until) throw error
      await setTimeout(10 + Math.random() * 40)
    }
  }
}
