import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBlocks, lengthWords, partsOf, plainLines } from './blocks.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const outputs: readonly (readonly [output: string, lines: readonly string[]])[] = [
  ['', []],
  ['\n', []],
  ['a\nb\n', ['a', 'b']],
  ['a\r\nb\r\n', ['a', 'b']],
  ['a\n\nb\n', ['a', '', 'b']],
  ['\x1b[32mgreen\x1b[0m plain\n', ['green plain']],
  ['\x1b]0;title\x07text\n', ['text']],
  ['10 %\r50 %\r100 %\n', ['100 %']],
]

test.each(outputs)('%j is read as %j', (output, lines) => {
  expect(plainLines(output)).toEqual(lines)
})

test('a block goes with its command: begun, printed to, ended', () => {
  const blocks = createBlocks()
  let told = 0
  blocks.subscribe(() => told++)
  blocks.begin('me@base:~$', 'ls')
  expect(blocks.get()).toEqual([{ id: 1, prompt: 'me@base:~$', text: 'ls', lines: [], running: true }])
  blocks.add('one\n')
  blocks.add('two\n')
  expect(told).toBe(1)
  vi.runAllTimers()
  expect(told).toBe(2)
  expect(blocks.get()[0]).toMatchObject({ lines: ['one', 'two'], running: true })
  blocks.add('three\n')
  blocks.end()
  expect(blocks.get()[0]).toMatchObject({ lines: ['one', 'two', 'three'], running: false })
  vi.runAllTimers()
  expect(told).toBe(3)
  blocks.add('late')
  vi.runAllTimers()
  expect(blocks.get()[0]?.lines).toEqual(['one', 'two', 'three'])
})

test('a command that is not complete yet is none', () => {
  const blocks = createBlocks()
  blocks.begin('$', 'cat <<END')
  blocks.drop()
  blocks.end()
  expect(blocks.get()).toEqual([])
})

test('the past takes the place of what was there, and only the last commands are kept', () => {
  const blocks = createBlocks()
  blocks.begin('$', 'gone')
  blocks.replace(Array.from({ length: 60 }, (_, at) => ({ prompt: '$', text: `echo ${at}`, output: `${at}\n` })))
  expect(blocks.get()).toHaveLength(50)
  expect(blocks.get().at(-1)).toMatchObject({ text: 'echo 59', lines: ['59'], running: false })
})

test('more than 200 lines are read in parts of 50', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}`)
  expect(partsOf([])).toEqual([])
  expect(partsOf(lines(200)).map(it => [it.from, it.to])).toEqual([[1, 200]])
  expect(partsOf(lines(212)).map(it => [it.from, it.to])).toEqual([
    [1, 50],
    [51, 100],
    [101, 150],
    [151, 200],
    [201, 212],
  ])
  expect(partsOf(lines(212)).at(-1)?.text.split('\n')).toEqual(lines(212).slice(200))
  expect([0, 1, 2, 200, 212].map(lengthWords)).toEqual([
    'no output',
    '1 line',
    '2 lines',
    '200 lines',
    '212 lines; press Alt+Up to read by block',
  ])
})
