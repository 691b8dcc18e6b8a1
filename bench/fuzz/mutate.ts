import { generator } from '#engine/validation/fixtures/generator.ts'

/** Code units. */
export const longest = 65_536

const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ',',
    ':',
    ': ',
    '- ',
    '-',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '    ',
    '#',
    '|',
    '>',
    '|+\n',
  ],
  ...[
    '&a ',
    '*a',
    '<<: *a\n',
    '!',
    '!!',
    '%',
    '@',
    '`',
    '"',
    "'",
    '\\',
    '\\u',
    '\0',
    '\ufeff',
    '\ud800',
    '\udcff',
    '\ufffd',
  ],
  ...[
    '\u2028',
    'é',
    '😀',
    '*',
    '**',
    '{a,b}',
    '[a-z]',
    '[^',
    '$',
    '${{',
    '@{a}',
    '/',
    '->',
    '=',
    '<',
    '?',
    '? ',
    '---\n',
    '...\n',
  ],
  ...[
    '0',
    '-1',
    '1e999',
    '0x',
    '18446744073709551616',
    '99999999999999999999999',
    '.5',
    '1Gi',
    '5m',
    '0.0.0.0/0',
    '::/0',
  ],
  ...[
    'null',
    'true',
    '~',
    'yes',
    '{}',
    '[]',
    '""',
    '__proto__',
    'constructor',
    'toString',
    ' and ',
    ' or ',
    'not ',
    'in (',
  ],
] as const

/** A text made of one of the seeds by a few changes, the same for the same numbers. Most stay small, some become large. */
export function mutated(seeds: readonly [string, ...string[]], seed: number, round: number): string {
  const { next, one } = generator((Math.imul(seed, 1_000_003) + Math.imul(round, 7_919) + 12_345) & 0x7fff_ffff)
  for (let i = 0; i < 4; i++) next(2)
  const mayGrow = next(20) === 0
  let text = one(seeds)
  for (let changes = next(6) + 1; changes > 0; changes--) {
    const at = next(text.length + 1)
    const end = Math.min(text.length, at + next(next(8) === 0 ? 400 : 12))
    switch (next(8)) {
      case 0:
        text = text.slice(0, at) + text.slice(end)
        break
      case 1:
        text = text.slice(0, at)
        break
      case 2: {
        const other = one(seeds)
        text = text.slice(0, at) + other.slice(next(other.length + 1))
        break
      }
      case 3: {
        const times = mayGrow ? next(4_000) : next(8)
        const again = text.slice(at, end)
        text =
          text.slice(0, end) + again.repeat(Math.min(times, Math.floor(longest / (again.length + 1)))) + text.slice(end)
        break
      }
      case 4: {
        const lines = text.split('\n')
        const [from, to] = [next(lines.length), next(lines.length)]
        text = [...lines.slice(0, to), lines[from] ?? '', ...lines.slice(to)].join('\n')
        break
      }
      case 5:
        text = text.slice(0, at) + String.fromCharCode(next(next(4) === 0 ? 65_536 : 128)) + text.slice(at + next(2))
        break
      default:
        text =
          text.slice(0, at) + one(pieces).repeat(mayGrow ? next(3_000) + 1 : 1) + text.slice(next(2) === 0 ? at : end)
    }
    text = text.slice(0, longest)
  }
  return text
}
