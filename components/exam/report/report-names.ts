import type { ListedDomain } from '../../labs/lab-row.ts'

/** What a report's slugs and ids are called, and what of them can be opened. */
export interface ReportNames {
  readonly domains: readonly ListedDomain[]
  /** Competency → its title. */
  readonly competencies: ReadonlyMap<string, string>
  /** Ids of labs that can be practised. */
  readonly labs: ReadonlySet<string>
  /** Lab → the lesson that teaches it. */
  readonly lessons: ReadonlyMap<string, { readonly slug: string; readonly title: string }>
}
