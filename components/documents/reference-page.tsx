import type { Root } from 'hast'
import Link from 'next/link'
import { Contents } from '../lesson/contents.tsx'
import { outline } from '../lesson/outline.ts'
import { render } from '../lesson/render.tsx'
import { Sources } from '../lesson/sources.tsx'

interface ReferencePageProps {
  readonly title: string
  readonly purpose: string
  readonly checked: string
  readonly sources: readonly { readonly name: string; readonly url: string }[]
  readonly tree: Root
}

const SOURCES = { id: 'sources', title: 'Sources' }

/** One quick reference on a page of its own. */
export function ReferencePage({ title, purpose, checked, sources, tree }: ReferencePageProps) {
  return (
    <>
      <nav className="toc toc-wide" aria-label="On this page">
        <h2>On this page</h2>
        <Contents sections={[...outline(tree), SOURCES]} />
      </nav>
      <article className="prose">
        <nav className="crumbs" aria-label="Breadcrumb">
          <Link href="/documents">Allowed documents</Link>
          <span aria-hidden="true">/</span>
          <Link href="/documents#quick-reference">Quick reference</Link>
        </nav>
        <h1>{title}</h1>
        <p className="lede">{purpose}</p>
        {render(tree)}
        <h2 id={SOURCES.id}>{SOURCES.title}</h2>
        <Sources checked={checked} sources={sources} />
      </article>
    </>
  )
}
