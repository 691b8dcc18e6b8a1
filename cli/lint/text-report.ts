import type { Finding } from '#engine/yaml/finding.ts'
import { printable } from '../surroundings.ts'
import { excerptOf } from './excerpt.ts'
import { counts, type LintedFile, type LintResult } from './result.ts'

const styles = { bold: 1, dim: 2, red: 31, yellow: 33, blue: 34 } as const
type Style = keyof typeof styles
const ofSeverity = { error: 'red', warning: 'yellow', info: 'blue' } as const

/** Puts a style on a piece of text, or leaves it as it is. Takes out what a terminal would obey. */
type Paint = (style: Style, text: string) => string

/** Every finding with its line, for a person. */
export function textReport({ files }: LintResult, colours: boolean): string {
  const paint: Paint = (style, text) =>
    colours ? `\u001b[${styles[style]}m${printable(text)}\u001b[0m` : printable(text)
  return files.flatMap(file => file.findings.map(finding => findingText(file, finding, paint))).join('')
}

function findingText({ name, text }: LintedFile, finding: Finding, paint: Paint): string {
  const { code, severity, message, range } = finding
  const excerpt = range && excerptOf(text, range)
  const place = excerpt ? `${name}:${excerpt.line}:${excerpt.column}` : name
  const says = printable(message).trimEnd().replaceAll('\n', '\n  ')
  const head = `${paint('bold', place)} ${paint(ofSeverity[severity], severity)} ${says} ${paint('dim', `[${code}]`)}\n`
  if (!excerpt) return `${head}\n`
  const gutter = String(excerpt.line)
  const shown = `  ${paint('dim', `${gutter} |`)} ${printable(excerpt.text)}`.trimEnd()
  const marked = `  ${paint('dim', `${' '.repeat(gutter.length)} |`)} ${excerptMarks(excerpt.marks)}`
  return `${head}${shown}\n${marked}\n\n`

  function excerptMarks(marks: string): string {
    const carets = marks.trimStart()
    return marks.slice(0, marks.length - carets.length) + paint(ofSeverity[severity], carets)
  }
}

/** The line that sums everything. */
export function summary({ files, passedOver }: LintResult): string {
  const of = counts(files)
  const found = [
    of.error > 0 ? counted(of.error, 'error') : [],
    of.warning > 0 ? counted(of.warning, 'warning') : [],
    of.info > 0 ? counted(of.info, 'note') : [],
  ].flat()
  const over = passedOver === 0 ? '' : ` ${counted(passedOver, 'other file')} passed over.`
  return `${found.length === 0 ? 'Nothing found' : found.join(', ')} in ${counted(files.length, 'file')}.${over}\n`
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`
