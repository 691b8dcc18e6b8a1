import { expect, test } from 'vitest'
import { z } from 'zod'
import { readJson } from './read-json.ts'

const schema = z.strictObject({ terminal: z.string() })
const json = 'application/json'
const post = (type: string, body: string) =>
  new Request('http://localhost/', { method: 'POST', headers: { 'content-type': type }, body })

test.each([
  ['a fitting body', json, '{"terminal":"1"}', { terminal: '1' }],
  ['with a charset', 'application/json; charset=utf-8', '{"terminal":"1"}', { terminal: '1' }],
  ['a form', 'application/x-www-form-urlencoded', 'terminal=1', 415],
  ['plain text', 'text/plain', '{"terminal":"1"}', 415],
  ['broken JSON', json, '{"terminal":', 400],
  ['nothing', json, '', 400],
  ['a wrong type', json, '{"terminal":1}', 400],
  ['an unknown key', json, '{"terminal":"1","x":1}', 400],
  ['a prototype key', json, '{"terminal":"1","__proto__":{"x":1}}', 400],
  ['too much', json, JSON.stringify({ terminal: 'x'.repeat(70_000) }), 413],
])('%s', async (_name, type, body, expected) => {
  const read = await readJson(post(type, body), schema)
  expect('value' in read ? read.value : read.response.status).toEqual(expected)
})

test('a body without a declared size is counted while it is read', async () => {
  const endless = new ReadableStream<Uint8Array>({ pull: stream => stream.enqueue(new Uint8Array(10_000).fill(32)) })
  const request = new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': json },
    body: endless,
    duplex: 'half',
  } as RequestInit)
  const read = await readJson(request, schema)
  expect('response' in read && read.response.status).toBe(413)
})
