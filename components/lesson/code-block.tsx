import { Icon } from '../ui/icon.tsx'
import { CodeLine } from './code-lines.tsx'
import { CopyButton } from './copy-button.tsx'
import type { FenceMeta } from './fence-meta.ts'
import { highlight } from './highlight.ts'

/** A fence: file and host in its head, numbered lines that scroll inside themselves, the deciding lines lit. */
export async function CodeBlock({ code, language, meta }: { code: string; language: string; meta: FenceMeta }) {
  const name = meta.file ?? meta.title ?? (meta.host ? '' : language)
  const lines = await highlight(code, language)
  return (
    <figure className="code">
      <figcaption className="code-head">
        {meta.file && <Icon name="file" />}
        {name && <span className="code-name">{name}</span>}
        {meta.host && (
          <span className="code-host">
            <Icon name="host" />
            {meta.host}
          </span>
        )}
        <span className="grow" />
        <CopyButton text={code} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre className="code-body" tabIndex={0}>
        <code>
          {lines.map((tokens, at) => {
            const number = at + 1
            const lit = meta.lit.includes(number)
            return (
              <span key={number} className={lit ? 'l l-lit' : 'l'} data-n={number}>
                <CodeLine tokens={tokens} />
                {meta.note && number === meta.lit[0] && <b className="l-note">{meta.note}</b>}
              </span>
            )
          })}
        </code>
      </pre>
    </figure>
  )
}
