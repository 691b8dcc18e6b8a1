import { Glyph } from '../ui/glyph.tsx'
import { MarkRow } from '../workbench/findings/mark-row.tsx'
import type { Mark } from '../workbench/findings/marks.ts'

/** Findings that are shown: a text of another kind has hundreds. */
const MAX_SHOWN = 50

interface MarkListProps {
  readonly marks: readonly Mark[]
  /** What was read, as a last line. */
  readonly summary: string
  onGoTo(line: number): void
}

/** What was found in the text. */
export function MarkList({ marks, summary, onGoTo }: MarkListProps) {
  return (
    <ul className="problems" aria-label="Findings">
      {marks.slice(0, MAX_SHOWN).map((mark, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same finding may stand at a place twice
        <MarkRow key={`${at}:${mark.code}`} mark={mark} onGoTo={it => onGoTo(it.line)} />
      ))}
      {marks.length > MAX_SHOWN && <li className="diag pg-more">{marks.length - MAX_SHOWN} more are not shown.</li>}
      <li className="diag">
        <Glyph name="info" />
        <span>{summary} Nothing leaves this page.</span>
      </li>
    </ul>
  )
}
