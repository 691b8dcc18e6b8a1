'use client'

import { Glyph } from '../ui/glyph.tsx'
import { Icon } from '../ui/icon.tsx'
import { CopyDetails } from './copy-details.tsx'

interface FaultProps {
  readonly title: string
  /** What is safe, and what can be done. */
  readonly lead: string
  /** Lines for a bug report. */
  readonly details: readonly string[]
  readonly onRetry: () => void
}

/** Something of ours broke: plain words, one way on, details to copy. */
export function Fault({ title, lead, details, onRetry }: FaultProps) {
  return (
    <div className="state">
      <p>
        <Glyph name="ungraded" /> <b>Fault</b> <span className="meta">in Breakwater, not in your work</span>
      </p>
      <h1>{title}</h1>
      <p className="lede">{lead}</p>
      <div className="acts">
        <button type="button" className="btn btn-primary" onClick={onRetry}>
          Try again
        </button>
        {/* A plain link: after a fault the whole page is loaded anew. */}
        <a className="btn" href="/labs">
          Go to the labs
        </a>
        <CopyDetails text={details.join('\n')} />
      </div>
      <details className="fault">
        <summary className="row">
          <Icon name="chevron" className="ic-turn" />
          Details for a bug report
        </summary>
        <figure className="code">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, so the keyboard must reach it */}
          <pre className="code-body" tabIndex={0}>
            <code>
              {details.map((line, at) => (
                <span key={line} className="l" data-n={at + 1}>
                  {line}
                </span>
              ))}
            </code>
          </pre>
        </figure>
      </details>
    </div>
  )
}
