import { collect } from './lint/collect.ts'
import { jsonReport } from './lint/json-report.ts'
import { lintTexts } from './lint/lint-texts.ts'
import type { LintOptions } from './lint/options.ts'
import { type LintResult, severities } from './lint/result.ts'
import { rulePages } from './lint/rule-pages.ts'
import { sarifReport } from './lint/sarif-report.ts'
import { summary, textReport } from './lint/text-report.ts'
import { openOutput } from './output.ts'
import { type ExitCode, refuse, type Surroundings } from './surroundings.ts'

/**
 * Reads files as the components read them that they are for, and tells what is wrong.
 *
 * @param names files, folders, and `-` for standard input
 * @returns 0 when nothing is found; 1 when something is; 2 when there was nothing to lint, or something that was named
 *   could not be read. A file of a kind that nobody knows is told of, and counts as little as if it had not been named.
 */
export async function lint(names: readonly string[], options: LintOptions, around: Surroundings): Promise<ExitCode> {
  const after = await collect(options.after, around.stdin, { any: true })
  const [missing] = after.unread
  if (missing) return refuse(around, missing.message)
  const collected = await collect(names, around.stdin, {
    stdinName: options.stdinPath,
    any: options.kind !== undefined,
  })
  const file = await openOutput(options.output)
  if (typeof file === 'string') return refuse(around, file)

  const linted = await lintTexts(collected.texts, { kind: options.kind, after: after.texts })
  const result: LintResult = {
    files: linted.files.map(it => ({ ...it, findings: it.findings.filter(isTold(options.severity)) })),
    unread: [...collected.unread, ...linted.unread],
    passedOver: collected.passedOver,
  }
  for (const { message } of result.unread) refuse(around, message)
  if (result.files.length === 0 && result.unread.length === 0)
    refuse(around, 'There is no file of a known kind in what was named. “breakwater lint --help” lists the kinds.')

  const report = reported(result, options, !file && hasColours(around), around)
  if (file) await file.write(report)
  else around.stdout.write(report)
  if (result.files.length > 0 && (file || options.format === 'text')) around.stdout.write(summary(result))

  const failed = result.unread.some(({ reason }) => reason === 'too-large' || reason === 'unreadable')
  if (failed || result.files.length === 0) return 2
  return result.files.some(({ findings }) => findings.length > 0) ? 1 : 0
}

function reported(result: LintResult, { format }: LintOptions, colours: boolean, around: Surroundings): string {
  if (format === 'text') return textReport(result, colours)
  const pages = rulePages(around.findingPages, result.files)
  return format === 'json' ? jsonReport(result, pages) : sarifReport(result, pages, around.version)
}

function isTold(least: LintOptions['severity']) {
  const told: readonly string[] = severities.slice(0, severities.indexOf(least) + 1)
  return ({ severity }: { readonly severity: string }) => told.includes(severity)
}

/** https://no-color.org: any value but the empty one counts. */
function hasColours({ stdout }: Surroundings): boolean {
  return stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
}
