import type { Metadata } from 'next'
import { LessonList } from '#components/lesson/lesson-list.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { curriculum } from '#packs/curriculum.ts'
import { lessons } from '#packs/lessons.ts'

export const metadata: Metadata = {
  title: 'Lessons',
  description: 'Lessons for the CKS exam by domain, each with its labs.',
}

export default async function LessonsPage() {
  const [{ document, domains }, all] = await Promise.all([curriculum(), lessons()])
  const listed = domains.map(domain => ({ ...domain, lessons: all.filter(it => it.domain === domain.slug) }))
  const missing = listed.filter(it => it.lessons.length === 0)
  return (
    <SitePage section="lessons">
      <h1>Lessons</h1>
      <p className="lede">
        A lesson explains one thing, lets you try it, and leads to the labs that practise it. Finished so far:{' '}
        {all.length}.
      </p>
      <LessonList domains={listed} />
      {missing.length > 0 && (
        <p className="meta lessons-missing">
          Nothing yet for {new Intl.ListFormat('en-GB').format(missing.map(it => it.title))}. The exam’s{' '}
          <a href={document} rel="noreferrer">
            official curriculum
          </a>{' '}
          lists what each domain asks.
        </p>
      )}
    </SitePage>
  )
}
