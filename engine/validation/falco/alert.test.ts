import { expect, test } from 'vitest'
import { compileFalcoRules, type FalcoSettings } from './alerts.ts'
import type { AppendOutput } from './append-output.ts'
import type { FalcoEvent, FieldValue } from './event.ts'
import { readFalcoRules } from './read.ts'

const fields: readonly (readonly [string, FieldValue])[] = [
  ['evt.rawtime', '1700000000000000005'],
  ['proc.name', 'say "é"'],
  ['proc.aname', ['sh', 'init']],
  ['fd.num', '7'],
  ['fd.dev', 'FE'],
  ['fd.types', ['file', 'pipe']],
  ['evt.failed', 'false'],
  ['evt.rawarg.mode', '755'],
  ['evt.buffer', 'a\u0001b'],
  ['container.id', null],
  ['container.name', null],
  ['container.image.repository', null],
  ['container.image.tag', null],
  ['k8s.pod.name', null],
  ['k8s.ns.name', null],
]
const event: FalcoEvent = { title: 'a file is opened', type: 'openat', fields: new Map(fields) }

function alertFor(output: string, settings: FalcoSettings) {
  const text = `- {rule: R, desc: d, condition: evt.type = openat, output: '${output}', priority: INFO, tags: [b, a]}\n`
  const { value, files } = readFalcoRules([{ name: 'r.yaml', text }], { appendOutput: settings.appendOutput ?? [] })
  expect(files[0]?.error).toBe(undefined)
  const [alert] = value ? compileFalcoRules(value, settings).decide(event).alerts : []
  return alert?.line ?? ''
}

const everything =
  '%fd.num %fd.dev %fd.types %evt.failed %evt.rawarg.mode %evt.buffer %container.id %toupper(proc.name)'

test('a line of JSON: keys in order, values with their types', () => {
  expect(alertFor(everything, { json: { hostname: 'node01' } })).toBe(
    '{"hostname":"node01","output":"22:13:20.000000005: Informational 7 FE (file,pipe) false 755 a.b <NA> SAY \\"é\\"",' +
      '"output_fields":{"container.id":null,"evt.buffer":"a.b","evt.failed":false,"evt.rawarg.mode":"755",' +
      '"evt.time":1700000000000000005,"fd.dev":"FE","fd.num":7,"fd.types":["file","pipe"],"proc.name":"say \\"é\\""},' +
      '"priority":"Informational","rule":"R","source":"syscall","tags":["a","b"],"time":"2023-11-14T22:13:20.000000005Z"}',
  )
})

test('its properties can be left out, and one more be had', () => {
  const json = {
    hostname: 'h',
    includeOutput: false,
    includeOutputFields: false,
    includeTags: false,
    includeMessage: true,
  }
  expect(alertFor('x', { json, timeFormatIso: true })).toBe(
    '{"hostname":"h","message":"x","priority":"Informational","rule":"R","source":"syscall","time":"2023-11-14T22:13:20.000000005Z"}',
  )
})

test.each<[string, AppendOutput, string]>([
  ['for all', { extraOutput: 'by %proc.name' }, ' by say "é"'],
  ['for all its tags', { match: { tags: ['a', 'b'], source: 'syscall', rule: 'R' }, extraOutput: 'y' }, ' y'],
  ['for another rule', { match: { rule: 'r' }, extraOutput: 'y' }, ''],
  ['for one tag more', { match: { tags: ['a', 'c'] }, extraOutput: 'y' }, ''],
  ['for another source', { match: { source: 'k8s_audit' }, extraOutput: 'y' }, ''],
  [
    'what is suggested',
    { suggestedOutput: true },
    ' container_id=<NA> container_name=<NA> container_image_repository=<NA> container_image_tag=<NA> k8s_pod_name=<NA> k8s_ns_name=<NA>',
  ],
])('what is put behind outputs: %s', (_, entry, added) => {
  expect(alertFor('x', { appendOutput: [entry] })).toBe(`22:13:20.000000005: Informational x${added}`)
})

test('extra fields stand in the JSON form only', () => {
  const appendOutput = [{ extraFields: [{ name: 'fd.num' }, { name: 'who', format: 'by %proc.aname[2] %7evt.type|' }] }]
  expect(alertFor('x', { appendOutput })).toBe('22:13:20.000000005: Informational x')
  expect(alertFor('x', { appendOutput, json: { hostname: 'h' } })).toContain(
    '"output_fields":{"evt.time":1700000000000000005,"fd.num":7,"who":"by init openat |"}',
  )
})

test.each([
  ['%proc.nameX', 'say "é"X'],
  ['%proc.name. and %proc.pid.x', undefined],
  ['%fd.num[1]', '7[1]'],
  ['%3proc.name|', 'say|'],
  ['*%fd.num', '7'],
])('%s → %s', (output, expected) => {
  if (expected === undefined) expect(alertFor(output, {})).toContain('<proc.pid?>')
  else expect(alertFor(output, {})).toBe(`22:13:20.000000005: Informational ${expected}`)
})
