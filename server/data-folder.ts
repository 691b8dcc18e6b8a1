import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StartupProblem } from './start/startup-problem.ts'

/** Where everything that is stored lies: `BREAKWATER_DATA`, by default `data` below the working directory. */
export function dataFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  // The comment keeps the bundler from tracing the whole project for this path.
  return resolve(/* turbopackIgnore: true */ environment.BREAKWATER_DATA || 'data')
}

/** Where packs lie that instructors bring: `BREAKWATER_PACKS`, by default `packs` in the data folder. */
export function packsFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const named = environment.BREAKWATER_PACKS
  return named ? resolve(/* turbopackIgnore: true */ named) : join(dataFolder(environment), 'packs')
}

export const databaseFile = (folder: string): string => join(folder, 'breakwater.db')

/** As libSQL wants it: blanks and signs in the path are escaped. */
export const databaseUrl = (folder: string): string => pathToFileURL(databaseFile(folder)).href

/** Makes a folder and those above it. Node's own `recursive` never ends where the parent takes no folders, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process that starts now may have made it.
    if (!existsSync(folder)) throw error
  }
}

/** Makes the folder, for its owner only, and proves that it can be written. Throws a StartupProblem. */
export function prepareDataFolder(folder: string): void {
  const probe = join(folder, `.probe-${randomUUID()}`)
  try {
    makeFolder(folder)
    writeFileSync(probe, '', { mode: 0o600 })
    rmSync(probe)
    chmodSync(folder, 0o700)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new StartupProblem(
      `The data folder ${folder} cannot be written${why}. Make it writable, or set BREAKWATER_DATA to another folder.`,
    )
  }
}
