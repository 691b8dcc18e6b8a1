import { describe, expect, it } from 'vitest'
import { podType } from './core/pod-type.ts'
import { decodeQuickly } from './decode-quickly.ts'
import { readObject } from './read-object.ts'

const container = { name: 'db', image: 'postgres:17', ports: [{ containerPort: 5432 }] }
const plain = { kind: 'Pod', metadata: { name: 'db', labels: { app: 'db' } }, spec: { containers: [container] } }
const withSpec = (spec: object) => ({ ...plain, spec: { ...plain.spec, ...spec } })

describe('a text of which nothing is to be told', () => {
  const limits = { cpu: 0.5, memory: '64Mi', 'example.com/card': 1 }
  const probe = { httpGet: { port: 'web', path: '/' }, periodSeconds: 5 }
  it.each([
    ['a plain Pod', plain],
    ['amounts', withSpec({ containers: [{ ...container, resources: { limits } }] })],
    ['ports by name and by number', withSpec({ containers: [{ ...container, livenessProbe: probe }] })],
    [
      'whole numbers of 64 bits',
      withSpec({ terminationGracePeriodSeconds: -1, securityContext: { fsGroup: 2 ** 52 } }),
    ],
    ['null', { ...withSpec({ volumes: null, priority: null, nodeSelector: null }), status: null }],
  ])('%s', (_, object) => {
    for (const indent of [undefined, 2, 4, '\t']) {
      const text = JSON.stringify(object, null, indent)
      const read = readObject(podType, text)
      expect(decodeQuickly(podType, text)).toEqual('value' in read ? read.value : undefined)
      expect(read).toMatchObject({ wrong: [], strict: [] })
    }
  })
})

describe('a text that has to be judged', () => {
  const text = JSON.stringify(plain)
  it.each([
    ['a key that stands twice', text.replace('"image":', '"name":"web","image":')],
    ['a label that stands twice', text.replace('"app":', '"app":"web","app":')],
    ['an unknown field', text.replace('"image":', '"imagine":')],
    ['another case', text.replace('"image":', '"Image":')],
    ['another type', text.replace('5432', '"5432"')],
    ['a number with a fraction', text.replace('5432', '5432.0')],
    ['a number with an exponent', text.replace('5432', '5e3')],
    ['a number that is too large', text.replace('5432', '2147483648')],
    ['a number that would be rounded', JSON.stringify(withSpec({ priority: 1 })).replace(':1}', ':9007199254740993}')],
    ['half a character', text.replace('postgres', '\\ud800')],
    ['a byte that is no UTF-8', text.replace('postgres', '\udcff')],
    ['no amount', JSON.stringify(withSpec({ overhead: { cpu: 'much' } }))],
    ['blanks of its own', text.replaceAll(',', ', ')],
    ['something behind it', `${text}]`],
    ['no JSON', 'kind: Pod'],
    ['a list', '[]'],
    ['great depth', `{"status":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ])('%s', (_, given) => {
    expect(given).not.toBe(text)
    expect(decodeQuickly(podType, given)).toBeUndefined()
  })
})
