import type { Root } from 'hast'
import Link from 'next/link'
import { Icon } from '../ui/icon.tsx'
import { Contents } from './contents.tsx'
import { LessonBody } from './lesson-body.tsx'
import { type LinkedLab, LinkedLabs } from './linked-labs.tsx'
import { type Neighbour, Neighbours } from './neighbours.tsx'
import { outline } from './outline.ts'
import { Sources } from './sources.tsx'

interface LessonPageProps {
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly checked: string
  readonly sources: readonly { readonly name: string; readonly url: string }[]
  readonly domain: { readonly slug: string; readonly number: number; readonly title: string }
  readonly tree: Root
  readonly examples: Readonly<Record<string, string>>
  readonly labs: readonly LinkedLab[]
  readonly before: Neighbour | undefined
  readonly after: Neighbour | undefined
}

const PRACTISE = { id: 'practise-it', title: 'Practise it' }
const SOURCES = { id: 'sources', title: 'Sources' }

/** Contents, text, and the labs that practise it. */
export function LessonPage({ domain, tree, examples, labs, before, after, ...lesson }: LessonPageProps) {
  const sections = [...outline(tree), ...(labs.length > 0 ? [PRACTISE] : []), SOURCES]
  return (
    <>
      <nav className="toc toc-wide" aria-label="On this page">
        <h2>On this page</h2>
        <Contents sections={sections} />
      </nav>
      <article className="prose">
        <nav className="crumbs" aria-label="Breadcrumb">
          <Link href="/lessons">Lessons</Link>
          <span aria-hidden="true">/</span>
          <Link href={`/lessons#${domain.slug}`}>
            Domain {domain.number}, {domain.title}
          </Link>
        </nav>
        <h1>{lesson.title}</h1>
        <details className="toc toc-phone">
          <summary>
            <Icon name="menu" />
            On this page
            <span className="grow" />
            <span className="meta">
              {sections.length} parts, {lesson.minutes} min
            </span>
          </summary>
          <nav aria-label="On this page">
            {sections.map(({ id, title }) => (
              <a key={id} href={`#${id}`}>
                {title}
              </a>
            ))}
          </nav>
        </details>
        <p className="lede">{lesson.summary}</p>
        <LessonBody tree={tree} examples={examples} />
        {labs.length > 0 && (
          <>
            <h2 id={PRACTISE.id}>{PRACTISE.title}</h2>
            <LinkedLabs labs={labs} />
          </>
        )}
        <h2 id={SOURCES.id}>{SOURCES.title}</h2>
        <Sources checked={lesson.checked} sources={lesson.sources} />
        <Neighbours before={before} after={after} />
      </article>
      {labs.length > 0 && (
        <aside className="toc aside" aria-label="Practise this lesson">
          <h2>Practise this lesson</h2>
          <LinkedLabs labs={labs} short />
        </aside>
      )}
    </>
  )
}
