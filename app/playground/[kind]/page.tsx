import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { examples } from '#components/playground/examples/examples.ts'
import { KindTabs } from '#components/playground/kind-tabs.tsx'
import { kindOf, kinds } from '#components/playground/kinds.ts'
import { Playground } from '#components/playground/playground.tsx'
import { Header } from '#components/site/header.tsx'
import { SkipLink } from '#components/site/skip-link.tsx'

export const dynamicParams = false

export function generateStaticParams() {
  return kinds.map(({ id }) => ({ kind: id }))
}

export async function generateMetadata({ params }: PageProps<'/playground/[kind]'>): Promise<Metadata> {
  const kind = kindOf((await params).kind)
  return kind ? { title: `Playground, ${kind.name}` } : {}
}

export default async function PlaygroundPage({ params }: PageProps<'/playground/[kind]'>) {
  const kind = kindOf((await params).kind)
  if (!kind) notFound()
  return (
    <div className="site pg-site">
      <SkipLink />
      <Header section="playground" />
      <Playground key={kind.id} kind={kind} tabs={<KindTabs current={kind.id} />} examples={examples[kind.id]} />
    </div>
  )
}
