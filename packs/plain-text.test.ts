import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

const texts = [
  ['## What `seccomp` does', 'What seccomp does'],
  ['> [!NOTE]\n> Mind the **order**.', 'Mind the order .'],
  ['See [the profile](examples/a.json) and ![a picture](x.svg).', 'See the profile and a picture.'],
  ['```json {3} file="x"\n{ "defaultAction": "SCMP_ACT_ERRNO" }\n```', '{ "defaultAction": "SCMP_ACT_ERRNO" }'],
  ['| a | b |\n| --- | :-: |\n| 1 | 2 |', 'a b 1 2'],
  [':::try-seccomp{profile="x"}\n:::\n- one\n- two', 'one two'],
  ['a <kbd>F8</kbd> b', 'a F8 b'],
  ['', ''],
] as const

test.each(texts)('%j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text)
})
