import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ListedDomain } from '../labs/lab-row.ts'
import { counted } from '../ui/amounts.ts'
import { DataBar } from '../ui/data-bar.tsx'
import { Icon } from '../ui/icon.tsx'
import { DOMAIN_TOPICS } from './domain-topics.ts'

/** How many labs of a domain there are, and how many are solved; solved is absent where it is not known. */
export interface DomainCount {
  readonly labs: number
  readonly solved?: number
}

/** A row that leads to the domain's labs, where it has some. */
function Row({ slug, labs, children }: { slug: string; labs: number; children: ReactNode }) {
  if (labs === 0) return <div className="dom dom-none">{children}</div>
  return (
    <Link className="dom" href={`/labs?domain=${slug}`} prefetch={false}>
      {children}
      <Icon name="chevron" />
    </Link>
  )
}

function inWords({ labs, solved }: DomainCount): string {
  if (labs === 0) return 'No labs yet'
  return solved === undefined ? counted(labs, 'lab') : `${solved} of ${counted(labs, 'lab')}`
}

/** The six domains as the exam weighs them, with the labs that there are. */
export function DomainList({
  domains,
  counts,
}: {
  domains: readonly ListedDomain[]
  counts: ReadonlyMap<string, DomainCount>
}) {
  return (
    <div className="doms">
      {domains.map(({ slug, number, title, weight }) => {
        const count = counts.get(slug) ?? { labs: 0 }
        return (
          <Row key={slug} slug={slug} labs={count.labs}>
            <span className="dom-n">D{number}</span>
            <span className="dom-t">
              {title}
              <small>{DOMAIN_TOPICS[slug]}</small>
            </span>
            <span className="dom-w">
              {weight} <small>%</small>
            </span>
            <span className="dom-bar">
              {count.labs > 0 && count.solved !== undefined && (
                <DataBar share={count.solved / count.labs} label={`${inWords(count)} solved`} />
              )}
            </span>
            <span className="dom-state muted">{inWords(count)}</span>
          </Row>
        )
      })}
    </div>
  )
}
