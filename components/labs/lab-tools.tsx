import Link from 'next/link'
import { counted, duration } from '../ui/amounts.ts'
import { Icon } from '../ui/icon.tsx'
import { FacetButton } from './facet-button.tsx'
import { FilterForm } from './filter-form.tsx'
import { type LabFilters, labsHref, SORTS } from './filters.ts'
import { FORM } from './ids.ts'
import type { LabList } from './list-labs.ts'

/** Search, states, order and the sum of what is shown. */
export function LabTools({ filters, list }: { filters: LabFilters; list: LabList }) {
  const { state: _, ...anyState } = filters
  return (
    <FilterForm id={FORM} address={labsHref(filters)}>
      {filters.state && <input type="hidden" name="state" value={filters.state} />}
      {filters.domain && <input type="hidden" name="domain" value={filters.domain} />}
      <label className="search">
        <Icon name="search" />
        <span className="vh">Search labs</span>
        <input
          className="input"
          type="search"
          name="q"
          defaultValue={filters.q}
          placeholder="Search: seccomp, audit …"
        />
      </label>
      <div className="chips">
        <nav className="seg" aria-label="State">
          <Link href={labsHref(anyState)} aria-current={filters.state ? undefined : 'true'} scroll={false}>
            All {list.allStates}
          </Link>
          {list.states.map(({ id, title, count }) => (
            <Link
              key={id}
              href={labsHref({ ...filters, state: id })}
              aria-current={filters.state === id ? 'true' : undefined}
              scroll={false}
            >
              {title} {count}
            </Link>
          ))}
        </nav>
        <FacetButton />
      </div>
      <label className="row hide-phone">
        <span className="muted">Sort</span>
        <select className="select btn-sm" name="sort" defaultValue={filters.sort}>
          {SORTS.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <button className="btn btn-sm" type="submit">
          Apply
        </button>
      </noscript>
      <span className="grow" />
      <span className="muted num lab-sum" role="status">
        {counted(list.count, 'lab')}
        {list.count > 0 && `, ${duration(list.minutes)}`}
      </span>
    </FilterForm>
  )
}
