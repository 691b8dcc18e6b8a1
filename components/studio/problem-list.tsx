import Link from 'next/link'
import { Glyph } from '../ui/glyph.tsx'
import { Words } from '../workbench/results/words.tsx'

export interface Problem {
  readonly message: string
  readonly severity: 'error' | 'warning'
  /** Where it is, as it is shown: `lab.yaml:31`. */
  readonly at: string
  /** The file at its line; absent when there is no such text. */
  readonly href?: string
  /** The text of the line. */
  readonly text?: string
}

/** What is wrong, by file and line, with a sentence each. */
export function ProblemList({ problems, title }: { problems: readonly Problem[]; title: string }) {
  return (
    <ul className="st-problems" aria-label={title}>
      {problems.map(({ message, severity, at, href, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be equal in everything
        <li className="diag" key={index}>
          <Glyph name={severity} label={severity === 'error' ? 'Error' : 'Warning'} />
          <span>
            <Words text={message} />
            {text !== undefined && text.trim() !== '' && <code className="diag-line">{text.trim()}</code>}
          </span>
          {href === undefined ? (
            <span className="at">{at}</span>
          ) : (
            <Link className="at" href={href} prefetch={false}>
              {at}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
