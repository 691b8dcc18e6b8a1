import type { Ref } from 'react'
import type { Lines } from './playground.ts'

interface TextPaneProps {
  readonly ref: Ref<HTMLTextAreaElement>
  /** "Your audit policy" */
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly lit: readonly Lines[]
  readonly faults: ReadonlySet<number>
  onChange(text: string): void
}

/** A plain field for text. Its lines are drawn a second time behind it, where they carry numbers and light. */
export function TextPane({ ref, label, placeholder, text, lit, faults, onChange }: TextPaneProps) {
  const look = (line: number) => {
    if (lit.some(([from, to]) => line >= from && line <= to)) return 'l l-lit'
    return faults.has(line) ? 'l pg-fault' : 'l'
  }
  return (
    <div className="pg-ed">
      <div className="pg-sheet">
        <pre aria-hidden="true">
          {text.split(/\r\n|\r|\n/).map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number alone
            <span key={at} className={look(at + 1)} data-n={at + 1}>
              {line}
            </span>
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
