import type { BlueprintTask, DrawFrom } from './blueprint.ts'
import type { ExamLab } from './exam-lab.ts'

/** One task of an exam before a lab is chosen for it. */
export interface Seat {
  /** Index of the blueprint's entry. */
  readonly entry: number
  /** The labs that may take it, in the order of their ids. A fixed lab is alone in its own. */
  readonly fits: readonly string[]
}

/**
 * The tasks of an exam, each with the labs that may take it: fixed labs are taken out of every draw.
 * A lab that is not there leaves its seat empty.
 */
export function seats(tasks: readonly BlueprintTask[], labs: readonly ExamLab[]): readonly Seat[] {
  const fixed = new Set(tasks.flatMap(task => ('lab' in task ? [task.lab] : [])))
  const free = labs.filter(({ id }) => !fixed.has(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return tasks.flatMap((task, entry): readonly Seat[] => {
    if ('lab' in task) return [{ entry, fits: labs.some(({ id }) => id === task.lab) ? [task.lab] : [] }]
    const fits = free.filter(lab => matches(lab, task.draw.from)).map(({ id }) => id)
    return Array.from({ length: task.draw.count }, () => ({ entry, fits }))
  })
}

function matches(lab: ExamLab, { pack, domain, difficulty }: DrawFrom): boolean {
  const own = pack?.includes(lab.id.split('/')[0] ?? '') ?? true
  return own && (domain?.includes(lab.domain) ?? true) && (difficulty?.includes(lab.difficulty) ?? true)
}

/**
 * Gives every seat a lab of its own, each the first that leaves enough for the others; `undefined` where none was left.
 * Seats that come first are served first, but move on to another of their labs when a later one needs theirs.
 */
export function seated(wanted: readonly (readonly string[])[]): readonly (string | undefined)[] {
  const holder = new Map<string, number>()
  const serve = (seat: number, asked: Set<string>): boolean => {
    for (const lab of wanted[seat] ?? []) {
      if (asked.has(lab)) continue
      asked.add(lab)
      const other = holder.get(lab)
      if (other !== undefined && !serve(other, asked)) continue
      holder.set(lab, seat)
      return true
    }
    return false
  }
  for (const seat of wanted.keys()) serve(seat, new Set())
  const taken = new Map([...holder].map(([lab, seat]) => [seat, lab]))
  return wanted.map((_, seat) => taken.get(seat))
}
