import { expect, test } from 'vitest'
import { junit } from './junit.ts'

const report = junit('a & b', [
  {
    name: '<suite>',
    cases: [
      { name: 'holds', failures: [] },
      { name: 'says "no"', failures: ['`a < b && c`\n\tin line 2', 'bell \u0007, half \ud800, all 🦀'] },
      { name: 'is left out', failures: [], skipped: "isn't tried" },
      { name: 'fails though it was to be skipped', failures: ['it fails'], skipped: 'no' },
    ],
  },
])

test('escapes what XML has other uses for, and replaces what it has no place for', () => {
  expect(report).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="a &amp; b" tests="4" failures="2" errors="0" skipped="1">
  <testsuite name="&lt;suite&gt;" tests="4" failures="2" errors="0" skipped="1">
    <testcase classname="&lt;suite&gt;" name="holds"/>
    <testcase classname="&lt;suite&gt;" name="says &quot;no&quot;">
      <failure message="\`a &lt; b &amp;&amp; c\`&#10;&#9;in line 2">\`a &lt; b &amp;&amp; c\`&#10;&#9;in line 2&#10;bell \ufffd, half \ufffd, all 🦀</failure>
    </testcase>
    <testcase classname="&lt;suite&gt;" name="is left out">
      <skipped message="isn't tried"/>
    </testcase>
    <testcase classname="&lt;suite&gt;" name="fails though it was to be skipped">
      <failure message="it fails">it fails</failure>
    </testcase>
  </testsuite>
</testsuites>
`)
})

test('is well-formed', () => {
  const open: string[] = []
  const text = report.replace(
    /<(\/?)([a-z]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#\d+);[^"<&]*)*")*)(\/?)>/g,
    tag => {
      const [, closing, name = '', , empty] = /^<(\/?)([a-z]+)(.*?)(\/?)>$/s.exec(tag) ?? []
      if (closing) expect(open.pop()).toBe(name)
      else if (!empty) open.push(name)
      return ''
    },
  )
  expect(open).toEqual([])
  expect(text.replace('<?xml version="1.0" encoding="UTF-8"?>', '')).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#\d+);)/)
})
