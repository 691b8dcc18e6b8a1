import Link from 'next/link'
import { type LabFilters, labsHref } from './filters.ts'
import { FACETS, FORM } from './ids.ts'
import type { Choice, LabList } from './list-labs.ts'

interface TicksProps {
  readonly title: string
  readonly name: string
  readonly choices: readonly Choice<string>[]
  /** Empty: all of them. */
  readonly chosen: readonly string[]
}

function Ticks({ title, name, choices, chosen }: TicksProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {choices.map(({ id, title, count }) => (
        <label key={id}>
          <input
            type="checkbox"
            form={FORM}
            name={name}
            value={id}
            defaultChecked={chosen.length === 0 || chosen.includes(id)}
          />
          <span>{title}</span>
          <span className="num">{count}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Domain, difficulty and length, each choice with the number of labs it would show. */
export function LabFacets({ filters, list }: { filters: LabFilters; list: LabList }) {
  const { domain, ...anyDomain } = filters
  return (
    <section className="facet" id={FACETS} aria-label="Filter">
      <h2>Domain</h2>
      <nav aria-label="Domain">
        <Link href={labsHref(anyDomain)} aria-current={domain ? undefined : 'true'} scroll={false}>
          <span>All domains</span>
          <span className="num">{list.allDomains}</span>
        </Link>
        {list.domains.map(({ slug, title, count }) => (
          <Link
            key={slug}
            href={labsHref({ ...filters, domain: slug })}
            aria-current={slug === domain ? 'true' : undefined}
            scroll={false}
          >
            <span>{title}</span>
            <span className="num">{count}</span>
          </Link>
        ))}
      </nav>
      <Ticks title="Difficulty" name="difficulty" choices={list.difficulties} chosen={filters.difficulty} />
      <Ticks title="Length" name="length" choices={list.lengths} chosen={filters.length} />
    </section>
  )
}
