import { describe, expect, test } from 'vitest'
import { parseJson } from '../../yaml/go/json.ts'
import { decode, type GoType } from './decode.ts'
import { anything, bool, embedded, int32, int64, list, map, nilable, pointer, struct, text } from './decode-types.ts'
import { bytes, duration, intOrString, quantity, time } from './decode-values.ts'
import { objectMeta, typeMeta } from './metadata-type.ts'
import { readObject, strictWords } from './read-object.ts'

const item = struct('v1.Item', { name: text(), kind: text('v1.ItemKind'), count: pointer(int32) })
const thing = struct('v1.Thing', {
  ...typeMeta,
  metadata: objectMeta,
  items: list(item),
  labels: map(text()),
  size: int64,
  on: bool,
  port: intOrString,
  wait: duration,
  amount: quantity,
  at: time,
  data: bytes,
  maybe: nilable(list(text())),
  raw: anything,
  ...embedded('Source', { file: text() }),
})

function decoded<T>(type: GoType<T>, json: string, options?: { readonly ignoresCase: boolean }) {
  const parsed = parseJson(json)
  if ('error' in parsed) throw new Error(parsed.error)
  return decode(type, parsed.node, options)
}

describe('an error names the struct, the fields and the type', () => {
  test.each([
    ['[]', 'json: cannot unmarshal array into Go value of type v1.Thing'],
    ['{"items": {}}', 'json: cannot unmarshal object into Go struct field Thing.items of type []v1.Item'],
    ['{"items": [1]}', 'json: cannot unmarshal number into Go struct field Thing.items of type v1.Item'],
    [
      '{"items": [{"kind": 1}]}',
      'json: cannot unmarshal number into Go struct field Item.items.kind of type v1.ItemKind',
    ],
    [
      '{"items": [{"count": 1.5}]}',
      'json: cannot unmarshal number 1.5 into Go struct field Item.items.count of type int32',
    ],
    [
      '{"items": [{"count": 2147483648}]}',
      'json: cannot unmarshal number 2147483648 into Go struct field Item.items.count of type int32',
    ],
    ['{"labels": {"a": true}}', 'json: cannot unmarshal bool into Go struct field Thing.labels of type string'],
    ['{"labels": "a"}', 'json: cannot unmarshal string into Go struct field Thing.labels of type map[string]string'],
    ['{"file": 1}', 'json: cannot unmarshal number into Go struct field Thing.Source.file of type string'],
    ['{"port": {}}', 'json: cannot unmarshal object into Go struct field Thing.port of type int32'],
    ['{"wait": "5"}', 'time: missing unit in duration "5"'],
    ['{"wait": 5}', 'json: cannot unmarshal number into Go struct field Thing.wait of type string'],
    [
      '{"amount": "1.2.3"}',
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
    ['{"at": "x"}', 'parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"'],
    ['{"data": "a"}', 'illegal base64 data at input byte 0'],
    [
      '{"metadata": {"labels": []}}',
      'json: cannot unmarshal array into Go struct field ObjectMeta.metadata.labels of type map[string]string',
    ],
  ])('%s', (json, message) => {
    expect(decoded(thing, json).error?.message).toBe(message)
  })
})

test('Go tells the first error of a type, but what decodes itself ends the decoding', () => {
  const both = decoded(thing, '{"on": 1, "size": "x"}')
  expect(both.error?.path).toEqual(['on'])
  expect(both.wrong.map(({ path }) => path)).toEqual([['on'], ['size']])
  expect(decoded(thing, '{"on": 1, "wait": "x", "size": "x"}').error?.message).toBe('time: invalid duration "x"')
})

test('values, and Go’s zero values where there is nothing', () => {
  const { value, error, strict } = decoded(
    thing,
    '{"items": [null, {"name": "a", "count": 0}], "size": 9007199254740993, "port": "http", "wait": "1m", "maybe": [], "labels": null, "metadata": {"name": "n"}}',
  )
  expect([error, strict]).toEqual([undefined, []])
  expect(value).toMatchObject({
    items: [
      { name: '', kind: '', count: undefined },
      { name: 'a', kind: '', count: 0 },
    ],
    ...{ size: 9007199254740993n, on: false, port: { type: 'string', value: 'http' }, wait: 60_000_000_000n },
    ...{ maybe: [], labels: new Map(), at: undefined, raw: undefined, file: '' },
  })
  expect(value.amount.canonical).toBe('0')
  expect(decoded(thing, '{}').value.maybe).toBeUndefined()
})

test('fields that are not known or stand twice, each once and with its place', () => {
  const json =
    '{"items": [{"nam": 1, "name": "a", "name": "b"}], "Items": [], "labels": {"a": "1", "a": "2"}, "x": 1, "x": 2}'
  const { value, strict } = decoded(thing, json)
  expect(strictWords([], strict)).toBe(
    'strict decoding error: unknown field "items[0].nam", duplicate field "items[0].name", unknown field "Items", duplicate field "labels.a", unknown field "x"',
  )
  expect(json.slice(strict[0]?.range.start, strict[0]?.range.end)).toBe('"nam"')
  expect(value.items).toMatchObject([{ name: 'b' }])
  expect(value.labels).toEqual(new Map([['a', '2']]))
})

test('an object that stands twice is decoded into what the first one left', () => {
  expect(decoded(thing, '{"metadata": {"name": "a"}, "metadata": {"namespace": "b"}}').value.metadata).toMatchObject({
    ...{ name: 'a', namespace: 'b' },
  })
})

test('where case does not matter, it does not', () => {
  const { value, strict } = decoded(thing, '{"SIZE": 3}', { ignoresCase: true })
  expect([value.size, strict]).toEqual([3n, []])
})

test('a text is JSON where it begins with a brace, else YAML', () => {
  const yaml = readObject(thing, '"on": y\nsize: 010\nsize: 2\nlost: 1\n')
  if ('refused' in yaml) throw new Error(yaml.refused)
  expect([yaml.value.on, yaml.value.size]).toEqual([true, 2n])
  expect(yaml.strictError).toBe(
    'strict decoding error: yaml: unmarshal errors:\n  line 3: key "size" already set in map, unknown field "lost"',
  )
  expect(readObject(thing, ' {on: y}')).toMatchObject({
    refused:
      "couldn't get version/kind; json parse error: invalid character 'o' looking for beginning of object key string",
  })
  expect(readObject(thing, 'on: [')).toMatchObject({ refused: 'yaml: line 1: did not find expected node content' })
})
