import { expect, test } from 'vitest'
import { type FenceMeta, fenceMeta } from './fence-meta.ts'

const CASES: readonly (readonly [string, FenceMeta])[] = [
  ['', { lit: [] }],
  ['file=/etc/web.json host=node01 lit=2', { file: '/etc/web.json', host: 'node01', lit: [2] }],
  ['lit=2,5-7', { lit: [2, 5, 6, 7] }],
  ['lit=7-5', { lit: [] }],
  ['lit=x,-1,99999', { lit: [] }],
  ['lit=3 note="decides clone, mount"', { lit: [3], note: 'decides clone, mount' }],
  ['title="kubectl get pods"', { lit: [], title: 'kubectl get pods' }],
  ['colour="not ours" showLineNumbers', { lit: [] }],
  ['file=', { lit: [] }],
]

test.each(CASES)('%s', (meta, expected) => {
  expect(fenceMeta(meta)).toEqual(expected)
})

test('a range without end stays small', () => {
  expect(fenceMeta('lit=1-9999').lit.length).toBeLessThanOrEqual(2000)
})
