import type { Place } from '#engine/grade/report.ts'

/** The last part of a path: what a tab says, too. */
export function placeName({ path }: Pick<Place, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
