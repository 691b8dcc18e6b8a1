import { expect, test } from 'vitest'
import { decideDemo } from './decide-demo.ts'

test('the example on the first page says what the API server does', () => {
  expect(decideDemo().map(it => `${it.title}: ${it.logged}, lines ${it.line}-${it.endLine}, ${it.decidedBy}`)).toEqual([
    'get secrets/db: RequestResponse, lines 9-12, rule 2, line 9. It matches first, so rule 3 is never asked.',
    'watch endpoints: not at all, lines 6-8, rule 1, line 6. Nothing below it is asked.',
    'delete pods/web-0: Metadata, lines 18-18, rule 4, line 18. Rules 1 to 3 do not match.',
  ])
})

test('the example shows a miss and two earned checks', () => {
  expect(decideDemo().map(it => it.earned)).toEqual([false, true, true])
})
