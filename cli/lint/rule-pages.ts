import { type FindingPage, readFindingPage } from '#packs/findings.ts'
import type { LintedFile } from './result.ts'

/** The pages that explain findings, by code. */
export type RulePages = ReadonlyMap<string, FindingPage>

/**
 * @param texts code → what its page says, front matter included
 * @param of whose findings are explained; other pages are not read
 */
export function rulePages(texts: Readonly<Record<string, string>>, of: readonly LintedFile[]): RulePages {
  const codes = new Set(of.flatMap(({ findings }) => findings.map(({ code }) => code)))
  const read = [...codes].flatMap(code => {
    const text = Object.hasOwn(texts, code) ? texts[code] : undefined
    return text === undefined ? [] : (readFindingPage(`${code}.md`, text).page ?? [])
  })
  return new Map(read.map(page => [page.code, page]))
}
