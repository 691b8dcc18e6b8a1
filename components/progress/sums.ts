import type { ListedDomain } from '../labs/lab-row.ts'
import type { ProgressRow } from './progress-row.ts'

/** Labs of one domain together: points of the best checks, of all points that its labs give. */
export interface DomainPoints {
  readonly domain: string
  readonly labs: number
  readonly solved: number
  readonly earned: number
  readonly of: number
}

export interface DomainSum extends ListedDomain, Omit<DomainPoints, 'domain'> {}

/** Every domain of the exam with its points, those without labs too: a gap is worth seeing. */
export function domainSums(domains: readonly ListedDomain[], points: readonly DomainPoints[]): readonly DomainSum[] {
  return domains.map(({ slug, number, title, weight }) => {
    const { labs, solved, earned, of } = points.find(it => it.domain === slug) ?? {
      labs: 0,
      solved: 0,
      earned: 0,
      of: 0,
    }
    return { slug, number, title, weight, labs, solved, earned, of }
  })
}

export interface Sums {
  readonly labs: number
  readonly solved: number
  readonly earned: number
  readonly of: number
  readonly checks: number
  readonly hints: number
}

/** The whole: a lab that was not checked yet counts with all of its points as open. */
export function sums(rows: readonly ProgressRow[]): Sums {
  const add = (value: (row: ProgressRow) => number) => rows.reduce((sum, row) => sum + value(row), 0)
  return {
    labs: rows.length,
    solved: rows.filter(it => it.state === 'solved').length,
    earned: add(it => it.best?.earned ?? 0),
    of: add(it => it.best?.of ?? it.lab.points),
    checks: add(it => it.checks),
    hints: add(it => it.hints),
  }
}
