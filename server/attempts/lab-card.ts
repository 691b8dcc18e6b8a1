import type { LabCard } from '#engine/grade/attempt-view.ts'
import type { Lab } from '#engine/grade/lab.ts'

/** A lab as lists show it. */
export function labCard({ id, title, summary, domain, competency, difficulty, minutes, checks }: Lab): LabCard {
  const points = checks.reduce((sum, check) => sum + check.points, 0)
  return { id, title, summary, domain, competency, difficulty, minutes, points }
}
