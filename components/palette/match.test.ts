import { expect, test } from 'vitest'
import { match } from './match.ts'

/** What is typed, the title, more words → the title with what was found in brackets, or null. */
const cases: readonly (readonly [query: string, title: string, more: string, expected: string | null])[] = [
  ['', 'Check my work', '', 'Check my work'],
  ['  ', 'Check my work', '', 'Check my work'],
  ['ch', 'Check my work', '', '[Ch]eck my work'],
  ['WORK', 'Check my work', '', 'Check my [work]'],
  ['work check', 'Check my work', '', '[Check] my [work]'],
  ['eck', 'Check my work', '', null],
  ['cmw', 'Check my work', '', '[C]heck [m]y [w]ork'],
  ['mw', 'Check my work', '', 'Check [m]y [w]ork'],
  ['cw', 'Check my work', '', null],
  ['w', 'Check my work', '', 'Check my [w]ork'],
  ['falco', 'A shell in a container', 'cks/shell falco', 'A shell in a container'],
  ['falco shell', 'A shell in a container', 'falco', 'A [shell] in a container'],
  ['api server', 'Bring the API-server back', '', 'Bring the [API]-[server] back'],
  ['s s', 'Seccomp', '', '[S]eccomp'],
  ['?', 'Check my work', '', null],
  ['über', 'Über alles', '', '[Über] alles'],
]

test.each(cases)('“%s” in “%s” with “%s”', (query, title, more, expected) => {
  const found = match(query, title, more)
  const drawn = found?.pieces.map(it => (it.hit ? `[${it.text}]` : it.text)).join('')
  expect(drawn ?? null).toBe(expected)
})

test('a first word is better than another, a title than other words, a whole word than a begun one', () => {
  const score = (query: string, title: string, more = '') => match(query, title, more)?.score ?? -1
  expect(score('check', 'Check my work')).toBeGreaterThan(score('check', 'My check'))
  expect(score('check', 'My check')).toBeGreaterThan(score('check', 'My checks'))
  expect(score('check', 'My checks')).toBeGreaterThan(score('check', 'My work', 'check'))
})
