import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonPage } from '#components/lesson/lesson-page.tsx'
import { lessonTree } from '#components/lesson/to-tree.ts'
import { SitePage } from '#components/site/site-page.tsx'
import { curriculum } from '#packs/curriculum.ts'
import { lessons } from '#packs/lessons.ts'
import { builtInLabs } from '#packs/library.ts'

export const dynamicParams = false

export async function generateStaticParams() {
  return (await lessons()).map(({ slug }) => ({ slug }))
}

async function find(slug: string) {
  return (await lessons()).find(it => it.slug === slug)
}

export async function generateMetadata({ params }: PageProps<'/lessons/[slug]'>): Promise<Metadata> {
  const lesson = await find((await params).slug)
  return lesson ? { title: lesson.title, description: lesson.summary } : {}
}

export default async function LessonRoute({ params }: PageProps<'/lessons/[slug]'>) {
  const all = await lessons()
  const { slug } = await params
  const at = all.findIndex(it => it.slug === slug)
  const lesson = all[at]
  const domain = (await curriculum()).domains.find(it => it.slug === lesson?.domain)
  if (!lesson || !domain) notFound()
  const { cards } = await builtInLabs()
  const labs = lesson.labs.flatMap(id => cards.filter(it => it.id === id))
  return (
    <SitePage section="lessons" className="lesson">
      <LessonPage
        {...lesson}
        domain={domain}
        tree={lessonTree(lesson.body).tree}
        labs={labs}
        before={all[at - 1]}
        after={all[at + 1]}
      />
    </SitePage>
  )
}
