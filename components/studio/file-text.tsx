import type { ShownFinding } from '#engine/grade/pack-view.ts'
import { Icon } from '../ui/icon.tsx'
import { shownLines } from './shown-lines.ts'

interface FileTextProps {
  /** Its path in the pack. */
  readonly path: string
  readonly text: string
  /** The line that is asked for, from 1. */
  readonly line?: number | undefined
  /** Those of this file. */
  readonly faults: readonly ShownFinding[]
}

/** The text of a file, as text: a pack is not trusted. The line that is asked for is lit. */
export function FileText({ path, text, line, faults }: FileTextProps) {
  const { lines, of } = shownLines(text, line)
  const wrong = new Set(faults.map(it => it.line))
  return (
    <figure className="code st-code">
      <figcaption className="code-head">
        <Icon name="file" />
        <span className="code-name">{path}</span>
        <span className="grow" />
        <span className="meta st-of">
          {lines.length < of ? `lines ${lines[0]?.number} to ${lines.at(-1)?.number} of ${of}` : `${of} lines`}
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre className="code-body" tabIndex={0}>
        <code>
          {lines.map(({ number, text, cut }) => (
            <span
              key={number}
              id={`line-${number}`}
              className={number === line ? 'l l-lit' : wrong.has(number) ? 'l l-err' : 'l'}
              data-n={number}
            >
              {text}
              {cut && <b className="l-note">the line is longer</b>}
            </span>
          ))}
        </code>
      </pre>
    </figure>
  )
}
