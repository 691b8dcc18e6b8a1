import { Glyph } from '../ui/glyph.tsx'
import type { Mark } from '../workbench/findings/marks.ts'
import { Words } from '../workbench/results/words.tsx'

const names = { error: 'Error', warning: 'Warning', info: 'Note' } as const

/** Findings that are shown: a text of another kind has hundreds. */
const MAX_SHOWN = 50

interface MarkListProps {
  readonly marks: readonly Mark[]
  /** What was read, as a last line. */
  readonly summary: string
  onGoTo(line: number): void
}

/** What was found in the text: sentence, place, code. */
export function MarkList({ marks, summary, onGoTo }: MarkListProps) {
  return (
    <ul className="problems" aria-label="Findings">
      {marks.slice(0, MAX_SHOWN).map((mark, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same finding may stand at a place twice
        <li className="diag" key={`${at}:${mark.code}`}>
          <Glyph name={mark.severity} label={names[mark.severity]} />
          <button type="button" className="diag-say" onClick={() => onGoTo(mark.line)}>
            <Words text={mark.message} />
          </button>
          <span className="at">
            {mark.line}:{mark.column}{' '}
            <a href={`/findings/${mark.code}`} target="_blank" rel="noreferrer">
              {mark.code}
            </a>
          </span>
        </li>
      ))}
      {marks.length > MAX_SHOWN && <li className="diag pg-more">{marks.length - MAX_SHOWN} more are not shown.</li>}
      <li className="diag">
        <Glyph name="info" />
        <span>{summary} Nothing leaves this page.</span>
      </li>
    </ul>
  )
}
