import { execFileSync } from 'node:child_process'
import type { Row } from './rates/measure.ts'
import { subjects } from './rates/subjects.ts'

/**
 * For each kind of artefact: how long reading and compiling takes, what memory it keeps, how many decisions one core makes
 * in a second, and how all that grows with the number of rules. Each kind is measured in a process of its own.
 * `only`: the kinds whose name begins so. The measuring is a bundle beside that of the bench.
 */
export function* rates(only = ''): Generator<Row> {
  for (const [index, { name }] of subjects.entries()) {
    if (!name.startsWith(only)) continue
    const command = ['--expose-gc', 'dist/bench/measure.mjs', String(index)]
    const lines = execFileSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 24 })
    for (const line of lines.trim().split('\n')) yield JSON.parse(line)
  }
}
