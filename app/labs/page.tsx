import type { Metadata } from 'next'
import { readFilters, type SearchParams } from '#components/labs/filters.ts'
import { LabFacets } from '#components/labs/lab-facets.tsx'
import { LabGroupRows } from '#components/labs/lab-group.tsx'
import { LabTools } from '#components/labs/lab-tools.tsx'
import { listLabs } from '#components/labs/list-labs.ts'
import { NoLabs } from '#components/labs/no-labs.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { curriculum } from '#packs/curriculum.ts'
import { house } from '#server/house.ts'
import { currentLearner } from '#server/learner.ts'
import { progressOf } from '#server/progress.ts'

export const metadata: Metadata = { title: 'Labs' }

export default async function LabsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, { domains }, library, progress] = await Promise.all([
    searchParams,
    curriculum(),
    house().library(),
    currentLearner().then(progressOf),
  ])
  // Labs that are gone stay in a learner's progress, but nobody can open them any more.
  const rows = progress.labs.filter(({ lab }) => library.find(lab.id))
  const filters = readFilters(
    params,
    domains.map(it => it.slug),
  )
  const list = listLabs(rows, domains, filters)
  return (
    <SitePage section="labs">
      <h1>Labs</h1>
      <LabTools filters={filters} list={list} />
      <div className="labs-grid">
        <LabFacets filters={filters} list={list} />
        <div>
          {list.groups.map(group => (
            <LabGroupRows key={group.domain?.slug ?? 'all'} group={group} />
          ))}
          {list.count === 0 && (
            <NoLabs filters={filters} domainTitle={domains.find(it => it.slug === filters.domain)?.title} />
          )}
        </div>
      </div>
    </SitePage>
  )
}
