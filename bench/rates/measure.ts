import type { Measurable } from './subject.ts'
import { subjects } from './subjects.ts'

/** One row of the bench. */
export interface Row {
  readonly name: string
  readonly value: Readonly<Record<string, number | string>>
  readonly wanted: string
}

/** Milliseconds that are spent on one figure. The best of several short runs is told: others use the machine, too. */
const spent = 400

// A process of its own for each kind: `measure.ts <number>`, with --expose-gc. A line of JSON for each row.
const subject = subjects[Number(process.argv[2])]
if (!subject) throw new Error('There is no such kind.')
for (const row of measured(subject)) console.log(JSON.stringify(row))

function* measured({ name, sizes, rates, prepared }: Measurable): Generator<Row> {
  const compileTime = bySize(sizes, size => rounded(best(prepared(size).compile)))
  yield { name: `${name}: from text to what decides, ms by rules`, value: compileTime, wanted: '' }
  const kept = bySize(sizes, size => Math.round(heapKept(prepared(size).used) / 1000))
  yield { name: `${name}: memory that it keeps once asked, KB by rules`, value: kept, wanted: '' }
  for (const [index, { of, wanted, sizes }] of rates.entries()) {
    const value = bySize(sizes, size => {
      const { count, ask, round } = prepared(size).asker(index)
      if (ask().size < 2) throw new Error('All answers are the same.')
      return significant((count / best(round)) * 1000)
    })
    yield { name: `${name}: ${of} a second by rules`, value, wanted }
  }
}

function bySize(sizes: readonly number[], figure: (size: number) => number): Row['value'] {
  const told = (size: number) => {
    try {
      return figure(size)
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
  return Object.fromEntries(sizes.map(size => [size, told(size)]))
}

/** The shortest of as many runs as fit, milliseconds; the first ones pay for the compiler. */
function best(run: () => unknown): number {
  let shortest = Number.POSITIVE_INFINITY
  const end = performance.now() + spent
  do {
    const began = performance.now()
    run()
    shortest = Math.min(shortest, performance.now() - began)
  } while (performance.now() < end)
  return shortest
}

/** Bytes of the heap that one of them holds: the mean of a few, after one that fills what all share. */
function heapKept(make: () => unknown): number {
  const kept: unknown[] = [make()]
  const before = heapUsed()
  const began = performance.now()
  while (kept.length < 6 && performance.now() - began < spent) kept.push(make())
  if (kept.length < 2) kept.push(make())
  const bytes = (heapUsed() - before) / (kept.length - 1)
  return Math.max(bytes, 0)
}

function heapUsed(): number {
  if (!globalThis.gc) throw new Error('Memory is measured with --expose-gc.')
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000
}

function significant(rate: number): number {
  return Number(rate.toPrecision(3))
}
