import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FindingPage } from '#components/finding/finding-page.tsx'
import { lessonTree } from '#components/lesson/to-tree.ts'
import { SitePage } from '#components/site/site-page.tsx'
import { findingPages } from '#packs/findings.ts'
import { lessons } from '#packs/lessons.ts'

export const dynamicParams = false

export async function generateStaticParams() {
  return (await findingPages()).map(({ code }) => ({ code }))
}

async function find(code: string) {
  return (await findingPages()).find(it => it.code === code)
}

export async function generateMetadata({ params }: PageProps<'/findings/[code]'>): Promise<Metadata> {
  const page = await find((await params).code)
  return page ? { title: page.title } : {}
}

export default async function FindingRoute({ params }: PageProps<'/findings/[code]'>) {
  const page = await find((await params).code)
  if (!page) notFound()
  const lesson = (await lessons()).find(it => it.slug === page.lesson)
  return (
    <SitePage className="lesson">
      <FindingPage {...page} lesson={lesson} tree={lessonTree(page.body).tree} />
    </SitePage>
  )
}
