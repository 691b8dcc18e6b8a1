import type { LabCard } from '#engine/grade/attempt-view.ts'
import type { LabSource } from '#engine/grade/lab-source.ts'

/** A lab as lists show it, in its default variant. */
export function labCard(source: LabSource): LabCard {
  const { id, title, summary, domain, competency, difficulty, minutes, checks } = source.variant(0)
  const points = checks.reduce((sum, check) => sum + check.points, 0)
  return { id, title, summary, domain, competency, difficulty, minutes, points }
}
