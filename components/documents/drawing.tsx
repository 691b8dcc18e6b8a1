import type { MouseEvent } from 'react'
import { Callout } from '../lesson/callout.tsx'
import { CodeLine } from '../lesson/code-lines.tsx'
import { CopyButton } from '../lesson/copy-button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { Drawn, DrawnCode, DrawnElement } from './drawn.ts'

interface DrawingProps {
  readonly inside: readonly Drawn[]
  /** A link to another quick reference is followed inside the drawer. */
  readonly onOpen: (slug: string) => void
}

const ours = '/documents/'

/** What the server drew, as elements. */
export function Drawing({ inside, onOpen }: DrawingProps) {
  return inside.map((it, at) => {
    if (typeof it === 'string') return it
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a page never change places
    return 'code' in it ? <Code key={at} code={it} /> : <Piece key={at} piece={it} onOpen={onOpen} />
  })
}

function Piece({ piece, onOpen }: { piece: DrawnElement; onOpen: (slug: string) => void }) {
  const { tag: Tag, href = '', keyword = '' } = piece
  const inside = <Drawing inside={piece.inside} onOpen={onOpen} />
  if (Tag === 'br') return <br />
  if (Tag === 'x-alert') return <Callout keyword={keyword}>{inside}</Callout>
  if (Tag === 'ul' || Tag === 'ol') return <Tag className={Tag === 'ul' ? 'dots' : 'steps'}>{inside}</Tag>
  if (Tag === 'table')
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark per table
      <div className="scroll-x" tabIndex={0} role="group" aria-label="Table">
        <table className="table">{inside}</table>
      </div>
    )
  if (Tag === 'a' && href.startsWith(ours)) {
    const open = (event: MouseEvent) => {
      event.preventDefault()
      onOpen(href.slice(ours.length))
    }
    return (
      <a href={href} onClick={open}>
        {inside}
      </a>
    )
  }
  if (Tag === 'a')
    return (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {inside}
        <span className="vh"> (opens in a new tab)</span>
      </a>
    )
  return <Tag>{inside}</Tag>
}

function Code({ code: { code, name, host, lines } }: { code: DrawnCode }) {
  return (
    <figure className="code">
      <figcaption className="code-head">
        {name && <span className="code-name">{name}</span>}
        {host && (
          <span className="code-host">
            <Icon name="host" />
            {host}
          </span>
        )}
        <span className="grow" />
        <CopyButton text={code} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre className="code-body" tabIndex={0}>
        <code>
          {lines.map((tokens, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a block never change places
            <span key={at} className="l">
              <CodeLine tokens={tokens} />
            </span>
          ))}
        </code>
      </pre>
    </figure>
  )
}
