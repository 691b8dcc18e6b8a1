import type { Finding, Reading } from '../../yaml/finding.ts'
import { limit } from '../../yaml/limits.ts'
import type { Path, Range } from '../../yaml/range.ts'
import { readYaml, type YamlDocument } from '../../yaml/read-yaml.ts'
import { fieldName, goDecoder, isMap } from '../audit-policy/go-decode.ts'
import { aggregate } from '../kubernetes/field-error.ts'
import { at } from '../kubernetes/field-path.ts'
import { decodeClass, decodePod, type RawPod } from './decode.ts'
import { finding } from './finding-codes.ts'
import type { Manifests, Pod, RuntimeClass } from './objects.ts'
import { overheadErrors } from './resources.ts'
import { classErrors, type Invalid, podErrors } from './validate.ts'

/** An object that the API server, or kubectl before it, refuses. */
export interface RefusedObject {
  readonly document: number
  /** `RuntimeClass`, `Pod`, or what stands there instead. */
  readonly kind: string
  readonly name: string
  /** The whole sentence, as kubectl shows it behind `Error from server (…): `, or its own. */
  readonly words: string
  /** What validation found, one by one, where it was validation that refused. */
  readonly errors?: readonly string[]
  readonly range?: Range
}

export interface ManifestReading extends Reading<Manifests> {
  readonly refused: readonly RefusedObject[]
  /** Objects of kinds that are not looked at. */
  readonly others: number
}

/**
 * Reads the RuntimeClasses and Pods of a file as `kubectl apply` sends them to a v1.35 API server, each document an object:
 * decoded strictly, then validated. A finding of severity `error` means that its object is refused; other objects of
 * the file are taken. A Pod is checked only in the fields that are read here; one that validation refuses is still read,
 * because admission, which `admitPod` does, comes before.
 */
export function readManifests(text: string): ManifestReading {
  const yaml = readYaml(text, { scalars: 'kubernetes' })
  const classes: RuntimeClass[] = []
  const pods: Pod[] = []
  const refused: RefusedObject[] = []
  let others = 0
  const duplicates = yaml.findings.filter(isDuplicate)
  const broken = yaml.findings.find(it => it.severity === 'error' && !isDuplicate(it))
  const findings: Finding[] = yaml.findings.filter(it => !isDuplicate(it))
  if (broken) {
    const words = `error parsing the file: ${broken.message}`
    const range = broken.range && { range: broken.range }
    return {
      value: { classes, pods },
      findings,
      refused: [{ document: 0, kind: '', name: '', words, ...range }],
      others,
    }
  }
  for (const [number, document] of yaml.documents.entries()) {
    if (document.value === null || document.value === undefined) continue
    const read = readObject(document, number, duplicates.filter(within(document)))
    findings.push(...read.findings)
    if (read.refused) refused.push(read.refused)
    else if (read.object === 'other') others++
    else if ('handler' in read.object) classes.push(read.object)
    else pods.push(read.object)
  }
  return { value: { classes, pods }, findings: findings.slice(0, limit.findings), refused, others }
}

type ReadObject = { readonly findings: readonly Finding[] } & (
  | { readonly refused: RefusedObject }
  | { readonly refused?: undefined; readonly object: RuntimeClass | Pod | 'other' }
)

function readObject(document: YamlDocument, number: number, duplicates: readonly Finding[]): ReadObject {
  const { value } = document
  const rangeOf = nearest(document)
  const { apiVersion, kind } = typeOf(value)
  const named = nameOf(value)
  const refuse = (words: string, findings: readonly Finding[], errors?: readonly string[]): ReadObject => {
    const range = findings[0]?.range ?? rangeOf([])
    return { findings, refused: { document: number, kind, name: named, words, ...(errors && { errors }), range } }
  }
  const missing = [...(apiVersion === '' ? ['apiVersion not set'] : []), ...(kind === '' ? ['kind not set'] : [])]
  if (missing.length > 0) {
    const words = `error validating data: ${aggregate(missing)}`
    return refuse(words, [finding('runtime-class-no-kind', [], rangeOf([]), words)])
  }
  const isClass = apiVersion === 'node.k8s.io/v1' && kind === 'RuntimeClass'
  if (!isClass && !(apiVersion === 'v1' && kind === 'Pod')) {
    const near = /^(?:runtimeclass(?:es)?|pods?)$/i.test(kind)
    if (!near && apiVersion.split('/')[0] !== 'node.k8s.io') return { findings: [], object: 'other' }
    const words = `no matches for kind "${kind}" in version "${apiVersion}"`
    const field = kind === 'RuntimeClass' || kind === 'Pod' ? 'apiVersion' : 'kind'
    return refuse(words, [finding('runtime-class-unknown-kind', [field], rangeOf([field]), words)])
  }

  const decoder = goDecoder(
    rangeOf,
    path => document.keyRangeOf(path),
    keys => keys.toSorted(),
  )
  const amounts: Finding[] = []
  const badQuantity = (path: Path, message: string) =>
    amounts.push(finding('runtime-class-bad-quantity', path, rangeOf(path), message))
  const raw = isClass
    ? { class: decodeClass(decoder, value, badQuantity) }
    : { pod: decodePod(decoder, value, badQuantity) }
  const found = [...duplicates.map(duplicate), ...decoder.findings.map(strict)]
  const cannot = (why: string) => `${kind} in version "v1" cannot be handled as a ${kind}: ${why}`
  const [fatal] = [...found.filter(({ code }) => code === 'runtime-class-wrong-type'), ...amounts]
  if (fatal) return refuse(cannot(fatal.message), [fatal, ...found.filter(it => it !== fatal), ...amounts.slice(1)])
  if (found.length > 0) return refuse(cannot(strictWords(found)), found)

  if (raw.pod) {
    const { metadata, containers: _, ...rest } = raw.pod
    const invalid = podErrors(raw.pod)
    const findings = [...invalid, ...ownFields(raw.pod)].map(error => placed(error, rangeOf))
    return {
      findings,
      object: { ...rest, name: metadata.name || metadata.generateName, document: number, rangeOf, invalid },
    }
  }
  const errors = classErrors(raw.class)
  if (errors.length > 0) {
    const messages = errors.map(({ message }) => message)
    const words = `RuntimeClass.node.k8s.io ${JSON.stringify(named)} is invalid: ${aggregate(messages)}`
    return refuse(
      words,
      errors.map(error => placed(error, rangeOf)),
      messages,
    )
  }
  const { metadata, ...rest } = raw.class
  return {
    findings: [],
    object: { ...rest, name: metadata.name || metadata.generateName, document: number, rangeOf },
  }
}

type Spoken = Pick<Invalid, 'code' | 'path' | 'message'>

/** Found while typing; when it is applied, admission speaks first. */
function ownFields({ overhead, runtimeClassName }: RawPod): readonly Spoken[] {
  const empty: readonly Spoken[] =
    runtimeClassName === ''
      ? [
          {
            code: 'runtime-class-empty-name',
            path: ['spec', 'runtimeClassName'],
            message: 'resource name may not be empty',
          },
        ]
      : []
  const errors = overhead ? overheadErrors(overhead, at('spec', 'overhead')) : []
  return [...empty, ...errors.map(error => ({ code: 'runtime-class-overhead' as const, ...error }))]
}

const isDuplicate = ({ code }: Finding) => code === 'yaml-duplicate-key'

function within({ range }: YamlDocument): (finding: Finding) => boolean {
  return found => found.range !== undefined && found.range.start >= range.start && found.range.start < range.end
}

function duplicate(found: Finding): Finding {
  const { line, shown } = found.data
  const words = `line ${String(line)}: key ${String(shown)} already set in map`
  return finding('runtime-class-duplicate-key', found.path, found.range, words)
}

function strict(found: Finding): Finding {
  const code = found.code === 'unknown-field' ? 'runtime-class-unknown-field' : 'runtime-class-wrong-type'
  return finding(code, found.path, found.range, found.message, { field: fieldName(found.path), ...found.data })
}

function strictWords(found: readonly Finding[]): string {
  const twice = found.filter(({ code }) => code === 'runtime-class-duplicate-key').map(({ message }) => `  ${message}`)
  const unknown = found.filter(({ code }) => code === 'runtime-class-unknown-field').map(({ message }) => message)
  const parts = [...(twice.length > 0 ? [`yaml: unmarshal errors:\n${twice.join('\n')}`] : []), ...unknown]
  return `strict decoding error: ${parts.join(', ')}`
}

function placed({ code, path, message }: Spoken, rangeOf: (path: Path) => Range): Finding {
  return finding(code, path, rangeOf(path), message)
}

function nearest({ rangeOf, range }: YamlDocument): (path: Path) => Range {
  return path => {
    for (let length = path.length; length > 0; length--) {
      const found = rangeOf(path.slice(0, length))
      if (found) return found
    }
    return rangeOf([]) ?? range
  }
}

function typeOf(value: unknown): { readonly apiVersion: string; readonly kind: string } {
  if (!isMap(value)) return { apiVersion: '', kind: '' }
  const { apiVersion, kind } = value
  return { apiVersion: typeof apiVersion === 'string' ? apiVersion : '', kind: typeof kind === 'string' ? kind : '' }
}

function nameOf(value: unknown): string {
  const metadata = isMap(value) ? value.metadata : undefined
  const name = isMap(metadata) ? metadata.name : undefined
  return typeof name === 'string' ? name : ''
}
