import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { breakwater } from './program.ts'

/** `scripts/bundle.mjs` puts in what these stand for, so that the file needs none beside it. */
declare const BREAKWATER_VERSION: string
declare const BREAKWATER_FINDING_PAGES: Readonly<Record<string, string>>
declare const BREAKWATER_QUESTIONS: Readonly<Record<string, readonly string[]>>

// `breakwater lab check | head` ends early; that is no fault.
process.stdout.on('error', fault => {
  if ('code' in fault && fault.code === 'EPIPE') process.exit()
  throw fault
})

/** The bundle lies in `dist/`, beside those of the threads; or alone, anywhere, which `lint` and `eval` do not mind. */
const here = import.meta.dirname
process.exitCode = await breakwater(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  root: resolve(here, '..'),
  version: BREAKWATER_VERSION,
  findingPages: BREAKWATER_FINDING_PAGES,
  questions: BREAKWATER_QUESTIONS,
  workers: { shell: pathToFileURL(join(here, 'worker.mjs')), prove: pathToFileURL(join(here, 'prove-worker.mjs')) },
})
