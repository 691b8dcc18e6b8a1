import type { Finding, Reading } from '../../yaml/finding.ts'
import { limit } from '../../yaml/limits.ts'
import type { Path, Range } from '../../yaml/range.ts'
import { podType } from '../kubernetes/core/pod-type.ts'
import { type DecodeProblem, type DecodeResult, decode } from '../kubernetes/decode.ts'
import { aggregate, isInvalid } from '../kubernetes/field-error.ts'
import { at } from '../kubernetes/field-path.ts'
import { type Manifest, readManifests as manifestsIn } from '../kubernetes/manifests.ts'
import { strictWords } from '../kubernetes/read-object.ts'
import { classFields, type DecodedPod, podFields, runtimeClassType } from './decode.ts'
import { finding, type RuntimeClassCode } from './finding-codes.ts'
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
  const manifests = manifestsIn(text)
  const classes: RuntimeClass[] = []
  const pods: Pod[] = []
  const refused: RefusedObject[] = []
  const findings: Finding[] = []
  let others = 0
  for (const manifest of manifests) {
    if (!('refused' in manifest)) continue
    const { document, findings } = manifest
    const range = findings.find(it => it.range)?.range
    const words = `error parsing the file: error converting YAML to JSON: ${manifest.refused}`
    const broken = { document, kind: '', name: '', words, ...(range && { range }) }
    return { value: { classes, pods }, findings, refused: [broken], others }
  }
  for (const manifest of manifests) {
    if ('refused' in manifest) continue
    const read = readObject(manifest)
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

function readObject(manifest: Manifest): ReadObject {
  const { document, apiVersion, kind, name: named, node, rangeOf } = manifest
  const refuse = (words: string, findings: readonly Finding[], errors?: readonly string[]): ReadObject => {
    const range = findings[0]?.range ?? rangeOf([])
    return { findings, refused: { document, kind, name: named, words, ...(errors && { errors }), range } }
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

  /** Go's refusal of what was decoded, before anybody validates it. */
  const undecodable = ({ error, wrong, strict }: DecodeResult<unknown>): ReadObject | undefined => {
    const words = error?.message ?? strictWords(manifest.duplicates, strict)
    if (words === undefined) return undefined
    const others = [...wrong.filter(it => it !== error), ...strict]
    const twice = manifest.duplicates.map(({ path, range, line, shown }) =>
      finding(
        'runtime-class-duplicate-key',
        path,
        manifest.inFile(range),
        `line ${line}: key ${shown} already set in map`,
      ),
    )
    const found = [...(error ? [problem(error, manifest)] : []), ...twice, ...others.map(it => problem(it, manifest))]
    return refuse(`${kind} in version "v1" cannot be handled as a ${kind}: ${words}`, found)
  }
  if (!isClass) {
    const decoded = decode(podType, node)
    const { metadata } = decoded.value
    const invalid = podErrors(decoded.value)
    return (
      undecodable(decoded) ?? {
        findings: [...invalid, ...ownFields(decoded.value)].map(error => placed(error, rangeOf)),
        object: {
          ...podFields(decoded.value),
          name: metadata.name || metadata.generateName,
          document,
          rangeOf,
          invalid,
        },
      }
    )
  }
  const decoded = decode(runtimeClassType, node)
  const broken = undecodable(decoded)
  if (broken) return broken
  const { metadata } = decoded.value
  const fields = classFields(decoded.value)
  const errors = classErrors(metadata, fields)
  if (errors.length > 0)
    return refuse(
      isInvalid('RuntimeClass.node.k8s.io', named, errors),
      errors.map(error => placed(error, rangeOf)),
      errors.map(({ message }) => message),
    )
  return { findings: [], object: { ...fields, name: metadata.name || metadata.generateName, document, rangeOf } }
}

const codes: Readonly<Record<DecodeProblem['code'], RuntimeClassCode>> = {
  'wrong-type': 'runtime-class-wrong-type',
  'bad-value': 'runtime-class-bad-quantity',
  'unknown-field': 'runtime-class-unknown-field',
  'duplicate-field': 'runtime-class-duplicate-key',
}

function problem({ code, path, range, message }: DecodeProblem, { inFile }: Manifest): Finding {
  return finding(codes[code], path, inFile(range), message)
}

type Spoken = Pick<Invalid, 'code' | 'path' | 'message'>

/** Found while typing; when it is applied, admission speaks first. */
function ownFields({ spec: { overhead, runtimeClassName } }: DecodedPod): readonly Spoken[] {
  const path = ['spec', 'runtimeClassName']
  const empty: readonly Spoken[] =
    runtimeClassName === ''
      ? [{ code: 'runtime-class-empty-name', path, message: 'resource name may not be empty' }]
      : []
  const errors = overhead ? overheadErrors(overhead, at('spec', 'overhead')) : []
  return [...empty, ...errors.map(error => ({ code: 'runtime-class-overhead' as const, ...error }))]
}

function placed({ code, path, message }: Spoken, rangeOf: (path: Path) => Range): Finding {
  return finding(code, path, rangeOf(path), message)
}
