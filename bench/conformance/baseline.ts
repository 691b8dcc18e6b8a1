import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Measured } from './measure.ts'

/** What was reached, in numbers of cases. It can only rise. */
export type Baseline = Readonly<Record<string, Reached>>
type Reached = z.infer<typeof reached>

const reached = z.strictObject({ cases: z.int(), decided: z.int(), worded: z.int() })
const parts = ['decided', 'worded'] as const

export function readBaseline(path: string): Baseline {
  return z.record(z.string(), reached).parse(JSON.parse(readFileSync(path, 'utf8')))
}

/**
 * What is below the baseline, in a sentence; undefined when nothing is. Shares are compared, because another set of
 * recordings has another number of cases.
 */
export function fallBelow(now: Measured, baseline: Baseline): string | undefined {
  const before = baseline[now.file]
  if (!before || now.cases === 0 || now.unasked) return undefined
  const fallen = parts.filter(part => now[part] * before.cases < before[part] * now.cases)
  if (fallen.length === 0) return undefined
  const says = fallen.map(part => `${part} ${now[part]} of ${now.cases}, but it was ${before[part]} of ${before.cases}`)
  return `${now.file} is below the baseline: ${says.join('; ')}.`
}

/** What is below the figures that are wanted. */
export function fallShort({ file, cases, decided, worded, wanted }: Measured): string | undefined {
  const missed = [
    ...(isShort(decided, cases, wanted.decided) ? [`decided ${decided} of ${cases}, wanted ${wanted.decided} %`] : []),
    ...(isShort(worded, cases, wanted.worded) ? [`worded ${worded} of ${cases}, wanted ${wanted.worded} %`] : []),
  ]
  return missed.length > 0 ? `${file} is below what is wanted: ${missed.join('; ')}.` : undefined
}

function isShort(count: number, cases: number, wanted: number | null): boolean {
  return wanted !== null && count * 100 < wanted * cases
}

/** Writes what is reached now over what was reached; files that were not measured keep theirs, and none falls. */
export function raise(path: string, baseline: Baseline, measured: readonly Measured[]): void {
  const risen = measured
    .filter(it => it.cases > 0 && !it.unasked && fallBelow(it, baseline) === undefined)
    .map(({ file, cases, decided, worded }) => [file, { cases, decided, worded }] as const)
  const all = Object.entries({ ...baseline, ...Object.fromEntries(risen) }).sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = all.map(([file, figures]) => `  ${JSON.stringify(file)}: ${spaced(figures)}`)
  writeFileSync(path, `{\n${lines.join(',\n')}\n}\n`)
}

function spaced(figures: Reached): string {
  return JSON.stringify(figures)
    .replaceAll(/([:,])/g, '$1 ')
    .replace('{', '{ ')
    .replace('}', ' }')
}
