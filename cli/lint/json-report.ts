import { placesIn } from '#engine/yaml/place.ts'
import { counts, type LintResult } from './result.ts'
import type { RulePages } from './rule-pages.ts'

/** For programs. `docs/lint.md` describes the shape, which only grows: what changes otherwise gets another `version`. */
export function jsonReport({ files, unread, passedOver }: LintResult, pages: RulePages): string {
  const report = {
    version: 1,
    counts: counts(files),
    files: files.map(({ name, text, kinds, findings }) => {
      const place = placesIn(text)
      return {
        file: name,
        kinds,
        findings: findings.map(({ code, severity, message, path, range }) => {
          const [start, end] = range ? [place(range.start), place(range.end)] : []
          const page = pages.get(code)
          return {
            code,
            severity,
            message,
            line: start?.line ?? null,
            column: start?.column ?? null,
            endLine: end?.line ?? null,
            endColumn: end?.column ?? null,
            path,
            title: page?.title ?? null,
            help: page?.source?.url ?? null,
          }
        }),
      }
    }),
    unread: unread.map(({ name, reason, message }) => ({ file: name, reason, message })),
    passedOver,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
