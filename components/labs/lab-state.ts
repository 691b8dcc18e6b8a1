import { counted } from '../ui/amounts.ts'
import type { GlyphName } from '../ui/glyph.tsx'
import type { LabRow } from './lab-row.ts'

/** A lab's state as shape and words. */
export const STATE_SHAPES: Readonly<Record<LabRow['state'], { readonly glyph: GlyphName; readonly label: string }>> = {
  'not-started': { glyph: 'open', label: 'Not started' },
  open: { glyph: 'partly', label: 'In progress' },
  solved: { glyph: 'earned', label: 'Solved' },
  'given-up': { glyph: 'partly', label: 'Solution opened' },
}

/** The words at the end of a row: "10 points", "5 of 10 points", "Solved, 1 hint". */
export function stateInWords({ lab, state, best, hints }: LabRow): string {
  if (state === 'solved') return hints > 0 ? `Solved, ${counted(hints, 'hint')}` : 'Solved'
  if (state === 'given-up') return 'Solution opened'
  if (state === 'open') return best ? `${best.earned} of ${counted(best.of, 'point')}` : 'In progress'
  return counted(lab.points, 'point')
}
