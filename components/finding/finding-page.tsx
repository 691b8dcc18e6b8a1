import type { Root } from 'hast'
import Link from 'next/link'
import { Contents } from '../lesson/contents.tsx'
import { outline } from '../lesson/outline.ts'
import { render } from '../lesson/render.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { Icon } from '../ui/icon.tsx'
import { aboutKind, type Kind, type Severity, weight } from './about-kind.ts'

interface FindingPageProps {
  readonly code: string
  readonly title: string
  readonly kind: Kind
  readonly severity: Severity
  readonly tree: Root
  readonly source?: { readonly name: string; readonly url: string } | undefined
  readonly lesson?: { readonly slug: string; readonly title: string; readonly minutes: number } | undefined
}

const MORE = { id: 'read-on', title: 'Read on' }

/** What a finding means, with an example and the remedy. */
export function FindingPage({ code, title, kind, severity, tree, source, lesson }: FindingPageProps) {
  const sections = [...outline(tree), ...(source || lesson ? [MORE] : [])]
  return (
    <>
      <nav className="toc toc-wide" aria-label="On this page">
        <h2>On this page</h2>
        <Contents sections={sections} />
      </nav>
      <article className="prose">
        <nav className="crumbs" aria-label="Breadcrumb">
          <Link href="/findings">Findings</Link>
          <span aria-hidden="true">/</span>
          <Link href={`/findings#${kind}`}>{aboutKind[kind].name}</Link>
        </nav>
        <h1>{title}</h1>
        <p className="finding-what">
          <Glyph name={severity} />
          <span>{weight(kind, severity)}</span>
          <code className="finding-code">{code}</code>
        </p>
        {render(tree)}
        {(source || lesson) && <h2 id={MORE.id}>{MORE.title}</h2>}
        {lesson && (
          <div className="linked">
            <Link href={`/lessons/${lesson.slug}`}>
              <Icon name="book" />
              <b>{lesson.title}</b>
              <span className="meta num">{lesson.minutes} min</span>
            </Link>
          </div>
        )}
        {source && (
          <p>
            <a href={source.url} rel="noreferrer">
              {source.name}
            </a>
          </p>
        )}
      </article>
    </>
  )
}
