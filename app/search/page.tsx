import type { Metadata } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import { SearchResults } from '#components/site/search-results.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { counted } from '#components/ui/amounts.ts'
import { Icon } from '#components/ui/icon.tsx'
import { siteSearch } from '#packs/search.ts'
import { house } from '#server/house.ts'

export const metadata: Metadata = { title: 'Search' }

type Props = PageProps<'/search'>

export default async function SearchPage({ searchParams }: Props) {
  const { q } = await searchParams
  const query = (Array.isArray(q) ? q[0] : q)?.trim() ?? ''
  const found = query ? (await siteSearch(await house().library()))(query) : []
  return (
    <SitePage>
      <h1>Search</h1>
      <Form action="/search" className="tools" key={query}>
        <label className="search">
          <Icon name="search" />
          <span className="vh">Find a lab or lesson</span>
          <input className="input" type="search" name="q" defaultValue={query} placeholder="seccomp, audit policy …" />
        </label>
        <button className="btn" type="submit">
          Search
        </button>
        <span className="muted num" role="status">
          {query && found.length > 0 && counted(found.length, 'page')}
        </span>
      </Form>
      {query && found.length === 0 && (
        <div className="empty found-none">
          <b>Nothing holds all of “{query}”.</b>
          <span>
            Try fewer words, or look through the <Link href="/labs">labs</Link> and the{' '}
            <Link href="/lessons">lessons</Link>.
          </span>
        </div>
      )}
      <SearchResults found={found} />
    </SitePage>
  )
}
