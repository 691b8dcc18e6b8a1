/** A finding that a fixture expects: its code, and where it starts. Both numbers count from 1. */
export interface ExpectedFinding {
  readonly code: string
  readonly line: number
  readonly column: number
}

export interface FixtureCase {
  readonly title: string
  readonly text: string
  readonly expected: readonly ExpectedFinding[]
}

/**
 * Splits a fixture into cases. A line `# ==== what it shows` begins one. A comment with nothing but a caret and a code,
 * `#   ^ some-code`, expects that finding at the caret's column of the line above; `#@1 some-code` does so for the columns
 * that a caret cannot reach. These lines are taken out of the text. A case without them expects silence.
 */
export function fixtureCases(fixture: string): readonly FixtureCase[] {
  return fixture
    .split(/^# ==== /m)
    .slice(1)
    .map(part => {
      const [title = '', ...lines] = part.split('\n')
      const kept: string[] = []
      const expected: ExpectedFinding[] = []
      for (const line of lines) {
        const mark = /^\s*#(?:\s*\^|@(\d+)) ([a-z0-9-]+)$/.exec(line)
        if (!mark) kept.push(line)
        else expected.push({ code: mark[2] ?? '', line: kept.length, column: Number(mark[1] ?? line.indexOf('^') + 1) })
      }
      return { title, text: kept.join('\n'), expected }
    })
}
