import { Glyph } from '../../ui/glyph.tsx'
import { Words } from '../results/words.tsx'
import type { Mark } from './marks.ts'

const labels = { error: 'Error', warning: 'Warning', info: 'Note' } as const

interface MarkRowProps {
  readonly mark: Mark
  readonly isCurrent?: boolean
  onGoTo(mark: Mark): void
}

/** A finding in a list: sentence, place, code. */
export function MarkRow({ mark, isCurrent, onGoTo }: MarkRowProps) {
  return (
    <li className="diag" aria-current={isCurrent || undefined}>
      <Glyph name={mark.severity} label={labels[mark.severity]} />
      <button type="button" className="diag-say" onClick={() => onGoTo(mark)}>
        <Words text={mark.message} />
      </button>
      <span className="at">
        {mark.line}:{mark.column}{' '}
        <a href={`/findings/${mark.code}`} target="_blank" rel="noreferrer">
          {mark.code}
        </a>
      </span>
    </li>
  )
}
