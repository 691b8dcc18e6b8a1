import { type FindingPage, readFindingPage } from '#packs/findings.ts'

/** The pages that explain findings, by code. */
export type RulePages = ReadonlyMap<string, FindingPage>

/** @param texts code → what its page says, front matter included */
export function rulePages(texts: Readonly<Record<string, string>>): RulePages {
  const read = Object.entries(texts).flatMap(([code, text]) => readFindingPage(`${code}.md`, text).page ?? [])
  return new Map(read.map(page => [page.code, page]))
}
