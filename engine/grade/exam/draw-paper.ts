import type { Blueprint, Paper } from './blueprint.ts'
import type { ExamLab } from './exam-lab.ts'
import { paperFaults } from './paper-faults.ts'
import { seated, seats } from './seats.ts'
import { seeded } from './seeded.ts'
import { weigh } from './weigh.ts'

/**
 * Draws an exam: the same blueprint, labs and seed give the same paper, in whatever order the labs come.
 * Fixed labs are reserved first, no lab is in it twice, and the tasks stand in the order of the entries.
 * `fault` is a sentence for whoever wrote the blueprint; whether there is one does not depend on the seed.
 */
export function drawPaper(
  blueprint: Blueprint,
  labs: readonly ExamLab[],
  seed: string,
): { readonly paper: Paper } | { readonly fault: string } {
  const { id, title, minutes, pass, tasks, weights } = blueprint
  const fault = paperFaults(tasks, labs)[0]
  if (fault) return { fault: `Task entry ${fault.entry + 1} of the exam “${title}”: ${fault.message}` }
  const next = seeded(`${id}\n${seed}`)
  const shuffled = seats(tasks, labs).map(({ fits }) => shuffle(fits, next))
  const byId = new Map(labs.map(lab => [lab.id, lab]))
  const drawn = seated(shuffled).flatMap(lab => byId.get(lab ?? '') ?? [])
  const given = weights === 'by-points' ? weigh(drawn.map(({ points }) => points)) : weights
  return {
    paper: {
      ...{ blueprint: id, title, minutes, pass, seed },
      tasks: drawn.map((lab, at) => ({ lab: lab.id, variant: next(lab.variants), weight: given[at] ?? 0 })),
    },
  }
}

/** Every order is as likely as any other. */
function shuffle(items: readonly string[], next: (limit: number) => number): readonly string[] {
  const left = [...items]
  return items.flatMap(() => left.splice(next(left.length), 1))
}
