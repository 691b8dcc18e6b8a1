import type { Metadata } from 'next'
import { FindingList } from '#components/finding/finding-list.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { findingKinds, findingPages } from '#packs/findings.ts'

export const metadata: Metadata = {
  title: 'Findings',
  description: 'Faults in audit policies, seccomp profiles and other files: what each means, an example, the remedy.',
}

export default async function FindingsPage() {
  const all = await findingPages()
  const kinds = findingKinds
    .map(kind => ({ kind, pages: all.filter(it => it.kind === kind) }))
    .filter(({ pages }) => pages.length > 0)
  return (
    <SitePage>
      <h1>Findings</h1>
      <p className="lede">
        What the editor and the report say about a file: what each finding means, an example, and the remedy.
      </p>
      {kinds.map(({ kind, pages }) => (
        <FindingList key={kind} kind={kind} pages={pages} />
      ))}
    </SitePage>
  )
}
