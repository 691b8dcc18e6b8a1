import { gradeLab } from '#engine/grade/grade-lab.ts'
import { startWorld } from '#engine/grade/start-world.ts'
import { builtInLabs } from '#packs/library.ts'
import { type Percentiles, percentiles } from './percentiles.ts'

/** How long a check of each built-in lab takes in the engine, from a world as the lab starts, milliseconds. */
export async function checks(count: number): Promise<Readonly<Record<string, Percentiles>>> {
  const { labs } = await builtInLabs()
  const rows: Record<string, Percentiles> = {}
  for (const source of labs) {
    const lab = source.variant(0)
    const samples: number[] = []
    for (let i = 0; i < count; i++) {
      const world = startWorld(lab, 0)
      const began = performance.now()
      gradeLab(lab, world)
      samples.push(performance.now() - began)
    }
    // The first ones pay for compiling; a person's check meets a warm worker.
    rows[lab.id] = percentiles(samples.slice(Math.ceil(count / 10)))
  }
  return rows
}
