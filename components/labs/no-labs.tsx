import Link from 'next/link'
import { filtersInWords, type LabFilters } from './filters.ts'

/** Nothing found: which filter is in the way, and the way back. */
export function NoLabs({ filters, domainTitle }: { filters: LabFilters; domainTitle: string | undefined }) {
  const words = filtersInWords(filters, domainTitle)
  if (!words) {
    return (
      <div className="empty">
        <b>There are no labs here.</b>
        <span>The folder of lab packs is empty.</span>
      </div>
    )
  }
  return (
    <div className="empty">
      <b>No labs match “{words}”.</b>
      <span>
        <Link href="/labs">Clear the filters</Link>
        {filters.q && (
          <>
            , or <Link href={`/search?q=${encodeURIComponent(filters.q)}`}>search in lessons</Link>
          </>
        )}
        .
      </span>
    </div>
  )
}
