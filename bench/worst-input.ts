import { type Reader, readers } from './fuzz/readers.ts'
import { anyShapes } from './fuzz/shapes.ts'
import { shapesOf } from './fuzz/shapes-of-kinds.ts'

export interface Worst {
  readonly ms: number
  /** Which text it was. */
  readonly text: string
}

/** Code units. */
const size = 65_536

/** For each kind, the hard text of 64 KiB that takes longest from text to findings: milliseconds of the processor. */
export function worstInputs(): Readonly<Record<string, Worst>> {
  return Object.fromEntries(readers.map(reader => [reader.id, worstOf(reader)]))
}

function worstOf(reader: Reader): Worst {
  let worst: Worst = { ms: 0, text: '' }
  for (const shape of [...anyShapes, ...(shapesOf[reader.id] ?? [])]) {
    const text = shape.make(size)
    let ms = Number.POSITIVE_INFINITY
    // The best of a few: what comes on top is the compiler, the memory being swept, and others on the machine.
    for (let run = 0; run < 4 && ms > worst.ms; run++) ms = Math.min(ms, timed(reader, text))
    if (ms > worst.ms) worst = { ms: Math.round(ms), text: shape.name }
  }
  return worst
}

function timed(reader: Reader, text: string): number {
  const before = process.cpuUsage()
  reader.read(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
