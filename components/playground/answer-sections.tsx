import { Icon } from '../ui/icon.tsx'
import type { Section } from './playground.ts'
import './answer-sections.css'

/** What is told beside the decision, each behind its title. */
export function AnswerSections({ sections }: { readonly sections: readonly Section[] }) {
  return (
    <div className="pg-more">
      {sections.map(({ title, rows, text, isOpen }, at) =>
        rows.length === 0 && text === undefined ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a kind keep their places
          <p key={at}>{title}</p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a kind keep their places
          <details key={at} open={isOpen}>
            <summary>
              <Icon name="chevron" className="ic-turn" />
              {title}
            </summary>
            <dl>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a section do not move
                <div key={index}>
                  <dt className="mono">{row.label}</dt>
                  <dd>{row.says}</dd>
                </div>
              ))}
            </dl>
            {text !== undefined && <pre className="mono">{text}</pre>}
          </details>
        ),
      )}
    </div>
  )
}
