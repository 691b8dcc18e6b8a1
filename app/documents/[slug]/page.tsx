import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReferencePage } from '#components/documents/reference-page.tsx'
import { lessonTree } from '#components/lesson/to-tree.ts'
import { SitePage } from '#components/site/site-page.tsx'
import { documents } from '#packs/documents.ts'

export const dynamicParams = false

export async function generateStaticParams() {
  return (await documents()).quickReferences.map(({ slug }) => ({ slug }))
}

async function find(slug: string) {
  return (await documents()).quickReferences.find(it => it.slug === slug)
}

export async function generateMetadata({ params }: PageProps<'/documents/[slug]'>): Promise<Metadata> {
  const page = await find((await params).slug)
  return page ? { title: page.title, description: page.purpose } : {}
}

export default async function QuickReferenceRoute({ params }: PageProps<'/documents/[slug]'>) {
  const page = await find((await params).slug)
  if (!page) notFound()
  return (
    <SitePage className="lesson">
      <ReferencePage {...page} tree={lessonTree(page.body).tree} />
    </SitePage>
  )
}
