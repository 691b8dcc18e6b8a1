import type { Metadata } from 'next'
import { falcoExamples } from '#components/playground/falco/examples.ts'
import { FalcoPlayground } from '#components/playground/falco/falco-playground.tsx'
import { KindTabs } from '#components/playground/kind-tabs.tsx'
import { Header } from '#components/site/header.tsx'
import { SkipLink } from '#components/site/skip-link.tsx'

export const metadata: Metadata = { title: 'Playground, Falco rules' }

export default function FalcoPlaygroundPage() {
  return (
    <div className="site pg-site">
      <SkipLink />
      <Header section="playground" />
      <FalcoPlayground tabs={<KindTabs current="falco" />} examples={falcoExamples} />
    </div>
  )
}
