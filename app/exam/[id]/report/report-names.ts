import type { ReportNames } from '#components/exam/report/report-names.ts'
import { curriculum } from '#packs/curriculum.ts'
import { lessons } from '#packs/lessons.ts'
import { house } from '#server/house.ts'

/** What the slugs and ids of a report are called today, and what of them can be opened. */
export async function reportNames(): Promise<ReportNames> {
  const [{ domains }, texts, { cards }] = await Promise.all([curriculum(), lessons(), house().library()])
  return {
    domains,
    competencies: new Map(domains.flatMap(it => it.competencies.map(({ slug, title }) => [slug, title]))),
    labs: new Set(cards.map(it => it.id)),
    lessons: new Map(texts.flatMap(({ labs, slug, title }) => labs.map(lab => [lab, { slug, title }]))),
  }
}
