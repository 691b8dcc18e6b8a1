import type { BlueprintTask } from './blueprint.ts'
import type { ExamLab } from './exam-lab.ts'
import { seated, seats } from './seats.ts'

/** An entry of a blueprint, by its index, that these labs cannot fill, in a sentence. */
export interface PaperFault {
  readonly entry: number
  readonly message: string
}

/** What stands against drawing an exam from these labs; none: every seed can be drawn. */
export function paperFaults(tasks: readonly BlueprintTask[], labs: readonly ExamLab[]): readonly PaperFault[] {
  const all = seats(tasks, labs)
  const given = seated(all.map(({ fits }) => fits))
  return tasks.flatMap((task, entry) => {
    if ('lab' in task) {
      if (!labs.some(({ id }) => id === task.lab)) return [{ entry, message: `There is no lab \`${task.lab}\`.` }]
      const first = tasks.findIndex(other => 'lab' in other && other.lab === task.lab)
      return first < entry
        ? [{ entry, message: `\`${task.lab}\` is in this exam already. Take one of the two out.` }]
        : []
    }
    const missing = all.filter((seat, at) => seat.entry === entry && given[at] === undefined).length
    if (missing === 0) return []
    const left = task.draw.count - missing
    const there = left === 0 ? 'none is left' : left === 1 ? 'only 1 is left' : `only ${left} are left`
    const asked = task.draw.count === 1 ? '1 lab' : `${task.draw.count} labs`
    const remedy = 'Draw fewer, or from more packs, domains or difficulties.'
    return [{ entry, message: `This draw asks for ${asked} and ${there} for it. ${remedy}` }]
  })
}
