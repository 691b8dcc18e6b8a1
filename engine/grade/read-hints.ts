import type { PackFinding } from './lab-source.ts'

/**
 * Reads `hints.md`: a section `## <check id>` holds the hints of one check; a line `---` begins the next one.
 * They are opened one at a time, in this order.
 */
export function readHints(
  text: string,
  checks: readonly string[],
): { hints: ReadonlyMap<string, readonly string[]>; findings: readonly PackFinding[] } {
  const hints = new Map<string, string[]>()
  const findings: PackFinding[] = []
  const file = 'hints.md'
  let check: string | undefined
  let lines: string[] = []
  const close = () => {
    const hint = lines.join('\n').trim()
    lines = []
    if (hint === '') return
    if (check !== undefined) hints.get(check)?.push(hint)
  }
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const heading = /^##\s+(.*?)\s*$/.exec(line)
    if (heading) {
      close()
      check = heading[1] ?? ''
      if (!checks.includes(check)) {
        const message = `There is no check \`${check}\`. A section of hints is headed by a check's id.`
        findings.push({ code: 'hint-of-no-check', file, line: index + 1, message })
      }
      if (!hints.has(check)) hints.set(check, [])
    } else if (/^---\s*$/.test(line)) close()
    else if (check === undefined && line.trim() !== '') {
      findings.push({
        code: 'hint-of-no-check',
        file,
        line: index + 1,
        message: 'This stands before the first heading `## <check id>`.',
      })
      check = ''
    } else lines.push(line)
  }
  close()
  return { hints, findings: findings.slice(0, 20) }
}
