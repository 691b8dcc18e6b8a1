import type { Measured } from './measure.ts'

/** A file's figures in a line, and below it the first questions that came out otherwise. */
export function reportOf({ file, cases, decided, worded, wanted, first = [], note }: Measured): string {
  if (cases === 0) return `${file.padEnd(44)} ${note ?? 'no cases'}\n`
  const figures = [
    `${String(cases).padStart(6)} cases`,
    `decided ${share(decided, cases, wanted.decided)}`,
    `worded ${share(worded, cases, wanted.worded)}`,
  ]
  const head = `${file.padEnd(44)} ${figures.join('  ')}${note === undefined ? '' : `  (${note})`}\n`
  return head + first.map(({ id, want, got }) => `    ${id}\n      recorded ${want}\n      answered ${got}\n`).join('')
}

/** Rounded down, so that 100 % is all of them. */
function share(count: number, cases: number, wanted: number | null): string {
  const percent = (Math.floor((count * 10_000) / cases) / 100).toFixed(2)
  return `${String(count).padStart(6)} ${percent.padStart(6)} %${wanted === null ? '               ' : ` (wanted ${String(wanted).padStart(3)} %)`}`
}

export function sumOf(measured: readonly Measured[]): string {
  const sum = (part: 'cases' | 'decided' | 'worded') => measured.reduce((all, it) => all + it[part], 0)
  const files = measured.filter(({ cases }) => cases > 0).length
  return `${files} files with ${sum('cases')} cases: ${sum('decided')} decided, ${sum('worded')} worded.\n`
}
