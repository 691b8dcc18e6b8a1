import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readYaml } from '../../yaml/read-yaml.ts'
import { webhookClient } from '../flags/configs/webhook-client.ts'
import type { FileSeen, Files } from '../flags/files.ts'
import { errorOf } from '../flags/judged.ts'
import { durationText } from '../kubernetes/duration.ts'
import { readImagePolicy } from './image-policy.ts'
import { type PluginStart, startPlugin } from './plugin.ts'
import { readAdmissionConfig } from './read.ts'

const usual = `clusters: [{name: a, cluster: {server: 'https://a.example'}}]
contexts: [{name: a, context: {cluster: a}}]
current-context: a
`

function filesWith(way = usual): Files {
  const seen: Readonly<Record<string, FileSeen>> = {
    '/etc': { is: 'directory' },
    '/etc/way.yaml': { is: 'file', text: way },
    '/etc/k8s/images.yaml': { is: 'file', text: 'imagePolicy: {kubeConfigFile: /etc/way.yaml}\n' },
    '/etc/ca.crt': { is: 'pem', blocks: ['CERTIFICATE'], pair: 'ca' },
    '/etc/notes.txt': { is: 'file', text: 'tide tables\n' },
  }
  return { look: path => seen[path] ?? { is: 'missing' }, list: () => [] }
}

/** A file that stands for a plugin's own is read again. */
function withFile(text: string): Files {
  const files = filesWith()
  return { ...files, look: path => (path === '/etc/k8s/all.yaml' ? { is: 'file', text } : files.look(path)) }
}

const words = z.string().optional()
const told = z.strictObject({ made: z.literal(true).optional(), says: words, fatal: words, undecided: words })

describe('plugins', () => {
  const shape = z.array(
    z.strictObject({ file: z.string(), refused: words, plugins: z.record(z.string(), told).optional() }),
  )
  it.each(shape.parse(data('plugins')))('$file', ({ file, refused, plugins }) => {
    const read = readAdmissionConfig(file, '/etc/k8s/all.yaml')
    if ('refused' in read) return expect(read.refused).toBe(refused)
    expect(refused).toBeUndefined()
    const starts = Object.keys(plugins ?? {}).map(
      name => [name, startPlugin(name, read.plugins, withFile(file))] as const,
    )
    expect(Object.fromEntries(starts.map(([name, start]) => [name, asTold(start)]))).toEqual(plugins)
  })
})

describe('policies of images', () => {
  const shape = z.array(
    z.strictObject({ text: z.string(), refused: words, reads: z.record(z.string(), z.unknown()).optional() }),
  )
  it.each(shape.parse(data('policies')))('$text', ({ text, refused, reads }) => {
    const read = readImagePolicy(text)
    if ('refused' in read) return expect(read.refused).toBe(refused)
    const shown = Object.entries(read).map(([key, it]) => [key, typeof it === 'bigint' ? durationText(it) : it])
    expect(Object.fromEntries(shown)).toEqual(reads)
  })
})

describe('ways to a webhook', () => {
  const shape = z.array(
    z.strictObject({ config: z.string(), says: words, gathered: z.literal(true).optional(), undecided: words }),
  )
  it.each(shape.parse(data('ways')))('$config', ({ config, says, gathered, undecided }) => {
    const outcome = webhookClient(filesWith(config), '/etc/way.yaml', 'flag')
    if (!outcome) return expect({ says, undecided }).toEqual({})
    if ('undecided' in outcome) return expect(outcome.undecided).toBe(undecided)
    expect(errorOf(outcome)).toBe(`${gathered ? 'invalid configuration: ' : ''}${says}`)
  })
})

function asTold(start: PluginStart): z.infer<typeof told> {
  switch (start.is) {
    case 'made':
      return { made: true }
    case 'refused':
      return { says: start.words }
    case 'fatal':
      return { fatal: start.words }
    case 'undecided':
      return { undecided: start.undecided }
  }
}

function data(name: string): unknown {
  const { documents, findings } = readYaml(readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8'))
  expect(findings).toEqual([])
  return documents[0]?.value
}
