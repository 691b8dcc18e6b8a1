import { memo, type Ref } from 'react'
import { CodeLine } from '../lesson/code-lines.tsx'
import type { Token } from '../lesson/highlight.ts'
import type { Lines } from './playground.ts'
import type { Colours } from './use-colours.ts'

interface TextPaneProps {
  readonly ref: Ref<HTMLTextAreaElement>
  /** "Your audit policy" */
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly colours: Colours
  readonly lit: readonly Lines[]
  /** Rules that were asked and did not decide. */
  readonly dim: readonly Lines[]
  readonly faults: ReadonlySet<number>
  onChange(text: string): void
}

/** A plain field for text. What is seen are its lines, drawn behind it, where they carry numbers, colours and light. */
export function TextPane({ ref, label, placeholder, text, colours, lit, dim, faults, onChange }: TextPaneProps) {
  const [litLines, dimLines] = [linesIn(lit), linesIn(dim)]
  const look = (line: number) => {
    if (litLines.has(line)) return 'l l-lit'
    return `l${dimLines.has(line) ? ' l-dim' : ''}${faults.has(line) ? ' pg-fault' : ''}`
  }
  return (
    <div className="pg-ed">
      <div className="pg-sheet">
        <pre aria-hidden="true">
          {text.split(/\r\n|\r|\n/).map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number alone
            <Line key={at} number={at + 1} look={look(at + 1)} text={line} tokens={colours.get(line)} />
          ))}
        </pre>
        <textarea
          ref={ref}
          aria-label={label}
          placeholder={placeholder}
          value={text}
          onChange={event => onChange(event.currentTarget.value)}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          autoComplete="off"
          wrap="off"
        />
      </div>
    </div>
  )
}

interface LineProps {
  readonly number: number
  readonly look: string
  readonly text: string
  readonly tokens: readonly Token[] | undefined
}

/** Thousands of lines stay as they are while one is written in. */
const Line = memo(function Line({ number, look, text, tokens }: LineProps) {
  return (
    <span className={look} data-n={number}>
      {tokens ? <CodeLine tokens={tokens} /> : text}
    </span>
  )
})

function linesIn(places: readonly Lines[]): ReadonlySet<number> {
  return new Set(places.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at)))
}
