import { z } from 'zod'
import { apiServerFlags } from '../../cluster/api-server-flags.ts'
import { sameFlagValue } from '../../cluster/flag-value.ts'
import { type Host, textOf } from '../../cluster/world.ts'
import { readKubernetesYaml } from '../../yaml/kubernetes-document.ts'
import type { Path } from '../../yaml/range.ts'
import { apiServerDown, notTried } from '../api-server-down.ts'
import { type Context, defineKind, type Fault } from '../kind.ts'
import { miss, pass, ungraded } from '../outcomes.ts'
import { placeOf } from '../place-of.ts'
import type { Outcome } from '../report.ts'
import { absolutePath, hostName } from '../schema-parts.ts'
import { valueAt } from '../value-at.ts'

const apiServerManifest = '/etc/kubernetes/manifests/kube-apiserver.yaml'
const scalar = z.union([z.string(), z.number(), z.boolean()])
const schema = z
  .strictObject({
    path: absolutePath.meta({ description: 'The file.', examples: [apiServerManifest] }),
    host: hostName.optional(),
    flag: z
      .string()
      .startsWith('--')
      .optional()
      .meta({ description: 'A flag with which the API server has to run.', examples: ['--audit-log-maxage'] }),
    is: z
      .string()
      .optional()
      .meta({ description: "The flag's value, in quotes. Other ways to write it count as well.", examples: ['30'] }),
    has: z
      .record(z.string(), scalar)
      .optional()
      .meta({
        description: 'Values that a YAML or JSON file has to have, by their paths.',
        examples: [{ 'spec.containers[0].image': 'nginx:1.29' }],
      }),
    expect: z
      .enum(['present', 'absent', 'unchanged'])
      .optional()
      .describe('Whether the file has to be there, or to be there as it was when the attempt began.'),
  })
  .describe('What a file says: a flag of the API server, values in YAML or JSON, or whether it is there.')
type Expectation = z.infer<typeof schema>

/**
 * What a file says, in one of three ways.
 * `{ path: /etc/kubernetes/manifests/kube-apiserver.yaml, flag: --audit-log-maxage, is: "30" }`: the flag with which the
 * API server really runs. `{ path, has: { spec.replicas: 2 } }`: values in a YAML or JSON file.
 * `{ path, expect: absent }`: whether it is there, or with `unchanged` whether it is as it was when the attempt began.
 */
export const file = defineKind({ schema, faults, grade })

function faults({ path, flag, is, has, expect }: Expectation): readonly Fault[] {
  const ways = [flag, has, expect].filter(way => way !== undefined).length
  if (ways !== 1) return [{ path: [], message: 'Give one of `flag` (with `is`), `has` and `expect`.' }]
  if ((flag === undefined) !== (is === undefined)) return [{ path: [], message: '`flag` and `is` belong together.' }]
  if (flag === undefined) return []
  if (path !== apiServerManifest)
    return [{ path: ['path'], message: `Flags are known of \`${apiServerManifest}\` only.` }]
  return apiServerFlags.has(flag.slice(2))
    ? []
    : [{ path: ['flag'], message: `kube-apiserver has no flag \`${flag}\`.` }]
}

function grade(expectation: Expectation, context: Context): Outcome {
  const { flag, is, has, expect } = expectation
  if (flag !== undefined && is !== undefined) return flagInForce(flag, is, context)
  const name = expectation.host ?? context.host
  const host = context.world.hosts.get(name)
  if (!host) return ungraded(`there is no host ${name}`)
  const found = textOf(host, expectation.path)
  const missing = 'problem' in found && found.problem === 'missing'
  const where = `\`${expectation.path}\` on ${name}`
  if (expect === 'unchanged') return unchanged(host, expectation.path)
  if (expect !== undefined) {
    if (missing === (expect === 'absent')) return pass(missing ? `${where} is not there.` : `${where} is there.`)
    return miss(missing ? `There is no ${where}.` : `${where} is still there.`)
  }
  if ('problem' in found) return miss(missing ? `There is no ${where}.` : `${where} is no text file.`)
  return hasValues(has ?? {}, { host: name, path: found.path, text: found.text })
}

function unchanged(host: Host, path: string): Outcome {
  const where = `\`${path}\` on ${host.name}`
  const before = host.files.before(path)
  if (before?.kind !== 'file' || typeof before.content !== 'string') return ungraded(`${where} was no text file`)
  const now = textOf(host, path)
  if ('problem' in now) return miss(now.problem === 'missing' ? `There is no ${where}.` : `${where} is no text file.`)
  if (now.text === before.content) return pass(`${where} is as it was.`)
  const [lines, were] = [now.text.split('\n'), before.content.split('\n')]
  const at = lines.findIndex((line, index) => line !== were[index])
  const line = at === -1 ? lines.length - 1 : at
  const start = lines.slice(0, line).join('\n').length + (line === 0 ? 0 : 1)
  const range = { start, end: start + (lines[line] ?? '').length }
  return miss(`${where} is no longer as it was:`, {
    pairs: [
      { label: 'Line', value: String(line + 1) },
      { label: 'It is', value: shown(at === -1 ? undefined : lines[line]), tone: 'got' },
      { label: 'It was', value: shown(were[at === -1 ? lines.length : line]), tone: 'want' },
    ],
    decidedBy: {
      text: 'From here on they differ.',
      place: placeOf({ host: host.name, path: now.path, text: now.text }, range),
      lit: 'differs',
    },
  })
}

function shown(line: string | undefined): string {
  if (line === undefined) return 'the end'
  return line === '' ? 'an empty line' : line
}

function flagInForce(flag: string, is: string, context: Context): Outcome {
  const server = context.apiServer()
  const down = apiServerDown(server, notTried)
  if (down) return down
  const name = flag.slice(2)
  const setting = server.flags.get(name)
  if (setting && sameFlagValue(apiServerFlags.get(name) ?? '', setting.value, is))
    return pass(`It runs with \`${flag}=${setting.value}\`.`)
  const range = setting ? setting.range : server.command
  const place =
    range && server.pod && placeOf({ host: server.host, path: server.pod.file, text: server.pod.text }, range)
  const wanted = { label: 'Task asks', value: `${flag}=${is}`, tone: 'want' } as const
  if (!setting)
    return miss('A setting is missing:', {
      pairs: [{ label: 'It runs without', value: flag, tone: 'got' }, wanted],
      decidedBy: { text: 'No word of the command sets it.', ...(place && { place, lit: `runs without ${flag}` }) },
    })
  return miss('A setting differs:', {
    pairs: [{ label: 'It runs with', value: `${flag}=${setting.value}`, tone: 'got' }, wanted],
    decidedBy: { text: 'This word of the command decides.', ...(place && { place, lit: `decides ${flag}` }) },
  })
}

function hasValues(
  has: Readonly<Record<string, string | number | boolean>>,
  file: { host: string; path: string; text: string },
): Outcome {
  const { document, findings } = readKubernetesYaml(file.text)
  const broken = findings.find(({ severity }) => severity === 'error')
  if (broken || !document)
    return miss(`\`${file.path}\` cannot be read.`, {
      pairs: [{ label: 'The reason', value: broken?.message ?? 'it is empty', tone: 'got' }],
      ...(broken?.range && {
        decidedBy: { text: 'Reading ends here.', place: placeOf(file, broken.range), lit: 'cannot be read' },
      }),
    })
  const examples = Object.entries(has).flatMap(([written, wanted]) => {
    const path = pathOf(written)
    const value = valueAt(document.value, path)
    if (value === wanted) return []
    const range = document.rangeOf(path)
    return [
      {
        pairs: [
          { label: 'Field', value: written },
          { label: 'It is', value: value === undefined ? 'not set' : JSON.stringify(value), tone: 'got' as const },
          { label: 'Task asks', value: JSON.stringify(wanted), tone: 'want' as const },
        ],
        ...(range && { decidedBy: { text: 'This value decides.', place: placeOf(file, range), lit: `is ${written}` } }),
      },
    ]
  })
  return examples.length === 0 ? pass(`\`${file.path}\` says what is asked.`) : miss('A value differs:', ...examples)
}

/** `spec.containers[0].image` → keys and indexes. */
function pathOf(written: string): Path {
  return [...written.matchAll(/[^.[\]]+/g)].map(([part]) => (/^\d+$/.test(part) ? Number(part) : part))
}
