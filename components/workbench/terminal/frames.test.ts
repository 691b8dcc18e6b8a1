import { expect, test } from 'vitest'
import { frameReader } from './frames.ts'

const out = (text: string) => ({ kind: 'out', text })

/** Pieces as the network delivers them → the frames after each. */
const cases: readonly (readonly [string, readonly string[], readonly unknown[]])[] = [
  ['one a piece', ['{"kind":"out","text":"a"}\n'], [[out('a')]]],
  ['two in a piece', ['{"kind":"out","text":"a"}\n{"kind":"more"}\n'], [[out('a'), { kind: 'more' }]]],
  ['one in two pieces', ['{"kind":"out",', '"text":"a"}\n'], [[], [out('a')]]],
  ['a newline in a text', ['{"kind":"out","text":"a\\nb"}\n'], [[out('a\nb')]]],
  ['empty lines', ['\n\n{"kind":"more"}\n'], [[{ kind: 'more' }]]],
  ['a line without its end is kept', ['{"kind":"more"}'], [[]]],
]

test.each(cases)('%s', (_, pieces, expected) => {
  const read = frameReader()
  expect(pieces.map(piece => read(piece))).toEqual(expected)
})
