import type { ReactNode } from 'react'

interface TriedLinesProps {
  readonly lines: readonly ReactNode[]
  /** The lines that decided, from 1, both included. */
  readonly lit: readonly [number, number] | undefined
  /** Lines after the deciding ones are not asked any more. */
  readonly dimAfter?: boolean
}

/** The file of a widget, with the deciding lines lit. */
export function TriedLines({ lines, lit: [from, to] = [0, 0], dimAfter = false }: TriedLinesProps) {
  const look = (number: number) => {
    if (number >= from && number <= to) return 'l l-lit'
    return dimAfter && to > 0 && number > to ? 'l l-dim' : 'l'
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <pre className="code-body" tabIndex={0}>
      <code>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a file never change places
          <span key={at} className={look(at + 1)} data-n={at + 1}>
            {line}
          </span>
        ))}
      </code>
    </pre>
  )
}
