import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { breakwater } from './program.ts'

// `breakwater lab check | head` ends early; that is no fault.
process.stdout.on('error', fault => {
  if ('code' in fault && fault.code === 'EPIPE') process.exit()
  throw fault
})

/** The bundle lies in `dist/`, beside those of the threads. */
const here = import.meta.dirname
process.exitCode = await breakwater(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  root: resolve(here, '..'),
  workers: { shell: pathToFileURL(join(here, 'worker.mjs')), prove: pathToFileURL(join(here, 'prove-worker.mjs')) },
})
