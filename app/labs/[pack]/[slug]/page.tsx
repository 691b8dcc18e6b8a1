import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Markdown } from '#components/lesson/markdown.tsx'
import { Workbench } from '#components/workbench/workbench.tsx'
import { curriculum } from '#packs/curriculum.ts'
import * as acts from './actions.ts'
import { drawnView } from './drawn-view.tsx'
import { InExam } from './in-exam.tsx'
import { inExam, opened } from './opened.ts'

type Props = PageProps<'/labs/[pack]/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { pack, slug } = await params
  if (await inExam(`${pack}/${slug}`)) return { title: 'A task of the exam' }
  const view = await opened(`${pack}/${slug}`)
  return { title: view?.lab.title ?? 'Lab not found' }
}

export default async function LabPage({ params }: Props) {
  const { pack, slug } = await params
  if (await inExam(`${pack}/${slug}`)) return <InExam />
  const view = await opened(`${pack}/${slug}`)
  if (view === null) notFound()
  const { domains } = await curriculum()
  const domain = domains.find(it => it.slug === view.lab.domain)?.number
  return (
    <Workbench key={view.id} view={drawnView(view)} domain={domain ?? null} acts={{ ...acts }}>
      <Markdown text={view.task} />
    </Workbench>
  )
}
