import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { mutated } from './fuzz/mutate.ts'
import { type Reader, readers } from './fuzz/readers.ts'
import { seedsOf } from './fuzz/seeds.ts'

/**
 * Reads changed texts of every kind for as long as is said and tells what came of it: how many, the slowest, any throw.
 *
 *     npx tsx bench/fuzz.ts --seed 1 --seconds 600 [--kind falco] [--folder /tmp/fuzz] [--round 17]
 *
 * A text depends on seed, kind and round alone, so `--kind K --round N` reads one again. The folder gets the slowest text of
 * each kind, those that threw or came out in two ways, and, in `running`, the kind and round that is being read: what to
 * look at when a run hangs.
 */
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '600' },
    kind: { type: 'string' },
    folder: { type: 'string' },
    round: { type: 'string' },
  },
})
const seed = Number(options.seed)
const { folder } = options
if (folder) mkdirSync(folder, { recursive: true })
const keep = (name: string, text: string) => folder && writeFileSync(path.join(folder, name), text)

interface Tally {
  readonly reader: Reader
  readonly seeds: readonly [string, ...string[]]
  round: number
  /** Milliseconds of the processor. */
  slowest: number
  slowestRound: number
  length: number
  failures: number
}

/** Each of this many texts is read twice, and has to come out the same. */
const twiceEach = 20

const chosen = readers.filter(({ id }) => options.kind === undefined || id === options.kind)
const tallies = chosen.map(
  (reader): Tally => ({
    ...{ reader, seeds: seedsOf(reader.id), round: 0, slowest: 0, slowestRound: 0, length: 0, failures: 0 },
  }),
)
if (options.round !== undefined) for (const tally of tallies) readOne({ ...tally, round: Number(options.round) })
else {
  const end = performance.now() + Number(options.seconds) * 1000
  while (performance.now() < end) for (const tally of tallies) readSome(tally, performance.now() + 200)
}
for (const { reader, round, slowest, slowestRound, length, failures } of tallies)
  console.log(
    `${reader.id}: ${round} texts, slowest ${slowest.toFixed(0)} ms (${length} code units, round ${slowestRound})${failures > 0 ? `, ${failures} FAILED` : ''}`,
  )
console.log(`${tallies.reduce((sum, { round }) => sum + round, 0)} texts in all`)
process.exitCode = tallies.some(({ failures }) => failures > 0) ? 1 : 0

function readSome(tally: Tally, until: number): void {
  while (performance.now() < until) readOne(tally)
}

function readOne(tally: Tally): void {
  const { reader, seeds, round } = tally
  const text = mutated(seeds, seed, round)
  if (round % 50 === 0) keep('running', `${reader.id} from round ${round}\n`)
  try {
    const { result, milliseconds } = timed(reader, text)
    if (milliseconds > tally.slowest) {
      // What is measured once may have waited for the memory to be swept, or for the compiler.
      const again = Math.min(milliseconds, timed(reader, text).milliseconds, timed(reader, text).milliseconds)
      if (again > tally.slowest) {
        Object.assign(tally, { slowest: again, slowestRound: round, length: text.length })
        keep(`${reader.id}.slowest.txt`, text)
      }
    }
    if (round % twiceEach === 0 && !isDeepStrictEqual(result, reader.read(text)))
      failed(tally, text, 'came out in two ways')
  } catch (thrown) {
    failed(tally, text, thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
  }
  tally.round++
}

function timed(reader: Reader, text: string): { readonly result: unknown; readonly milliseconds: number } {
  const before = process.cpuUsage()
  const result = reader.read(text)
  const { user, system } = process.cpuUsage(before)
  return { result, milliseconds: (user + system) / 1000 }
}

function failed(tally: Tally, text: string, why: string): void {
  tally.failures++
  if (tally.failures > 5) return
  keep(`${tally.reader.id}.failed-${tally.round}.txt`, text)
  console.log(`${tally.reader.id}, round ${tally.round}: ${why.slice(0, 600)}`)
}
