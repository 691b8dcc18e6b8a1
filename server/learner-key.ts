import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, prepareDataFolder } from './data-folder.ts'

const name = Symbol.for('breakwater.learner-key')
const shelf = globalThis as typeof globalThis & { [name]?: Uint8Array }

/** The key that signs learners' cookies: made on first use, kept in the data folder for its owner only. */
export function learnerKey(): Uint8Array {
  shelf[name] ??= readOrMakeKey(dataFolder())
  return shelf[name]
}

export function readOrMakeKey(folder: string): Uint8Array {
  const file = join(folder, 'learner.key')
  const known = readKey(file)
  if (known !== undefined) return known
  prepareDataFolder(folder)
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  try {
    // A link is there whole or not at all, and never takes the place of another process's key.
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  const made = readKey(file)
  if (made === undefined) throw new Error(`${file} holds no key. Delete it; learners then start anew.`)
  return made
}

function readKey(file: string): Uint8Array | undefined {
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
    return key.length === 32 ? key : undefined
  } catch {
    return undefined
  }
}
