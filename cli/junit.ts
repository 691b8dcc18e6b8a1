/** A case of a JUnit report. `failures` are what was found wrong; a skipped one was not tried. */
export interface JunitCase {
  readonly name: string
  readonly failures: readonly string[]
  readonly skipped?: string
}

export interface JunitSuite {
  readonly name: string
  readonly cases: readonly JunitCase[]
}

/** The XML that CI systems read. It holds no times, so that equal results are equal files. */
export function junit(name: string, suites: readonly JunitSuite[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counted(
      name,
      suites.flatMap(it => it.cases),
    )}>`,
  ]
  for (const suite of suites) {
    lines.push(`  <testsuite ${counted(suite.name, suite.cases)}>`)
    for (const it of suite.cases) {
      const start = `    <testcase classname="${escaped(suite.name)}" name="${escaped(it.name)}"`
      const [first] = it.failures
      if (first !== undefined)
        lines.push(
          `${start}>`,
          `      <failure message="${escaped(first)}">${escaped(it.failures.join('\n'))}</failure>`,
          '    </testcase>',
        )
      else if (it.skipped !== undefined)
        lines.push(`${start}>`, `      <skipped message="${escaped(it.skipped)}"/>`, '    </testcase>')
      else lines.push(`${start}/>`)
    }
    lines.push('  </testsuite>')
  }
  return `${[...lines, '</testsuites>'].join('\n')}\n`
}

function counted(name: string, cases: readonly JunitCase[]): string {
  const failed = cases.filter(({ failures }) => failures.length > 0).length
  const skipped = cases.filter(({ failures, skipped }) => failures.length === 0 && skipped !== undefined).length
  return `name="${escaped(name)}" tests="${cases.length}" failures="${failed}" errors="0" skipped="${skipped}"`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Text for XML 1.0, which has no place for most control characters and for halves of letters. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\n\t]/g, letter => entities[letter] ?? letter)
}
