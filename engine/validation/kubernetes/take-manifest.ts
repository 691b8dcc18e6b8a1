import type { Finding, Severity } from '../../yaml/finding.ts'
import { limit } from '../../yaml/limits.ts'
import type { Path, Range } from '../../yaml/range.ts'
import { decode, type GoType } from './decode.ts'
import { type FieldError, isInvalid } from './field-error.ts'
import { at } from './field-path.ts'
import { type Manifest, readManifests } from './manifests.ts'
import { metadataErrors, type Named } from './object-meta.ts'
import { strictWords } from './read-object.ts'

/** A kind of objects, as an API server of v1.35 has it. */
export interface ManifestKind<T> {
  /** `networking.k8s.io/v1`. */
  readonly apiVersion: string
  readonly kind: string
  readonly isNamespaced: boolean
  readonly type: GoType<T>
  nameErrors(name: string): readonly string[]
  /** What validation says behind the metadata. */
  errors(decoded: T): readonly FieldError[]
  /** What a problem with a field is called: the end of its finding's code. */
  whatIs(path: Path): string
}

/** What is wrong with an object; the words are Kubernetes’. */
export interface ManifestProblem {
  /** `unknown-version`, `wrong-type`, `unknown-field`, `duplicate-key`, or what a kind has besides. */
  readonly what: string
  /** Absent: an error. */
  readonly severity?: Severity
  readonly path: Path
  readonly range: Range
  readonly message: string
}

export interface TakenManifest<T> {
  /** What could be decoded, though it may be refused. */
  readonly decoded: T
  readonly problems: readonly ManifestProblem[]
  /** The whole sentence that refuses the object; undefined where it is taken. */
  readonly refused?: string
}

/** An object that is not taken. */
export interface RefusedManifest {
  readonly document: number
  readonly name: string
  /** The whole sentence that the API server or kubectl says. */
  readonly words: string
}

export interface ManifestsRead {
  readonly refused: readonly RefusedManifest[]
  readonly findings: readonly Finding[]
  /** Objects of kinds that are not looked at. */
  readonly others: number
}

/**
 * Reads the objects of a file one by one. `take` is told each and gives undefined for one of another kind. Codes of
 * findings begin with `prefix`: `network-policy` and `wrong-type` make `network-policy-wrong-type`.
 */
export function takeManifests(
  text: string,
  prefix: string,
  take: (manifest: Manifest) => Pick<TakenManifest<unknown>, 'problems' | 'refused'> | undefined,
): ManifestsRead {
  const refused: RefusedManifest[] = []
  const findings: Finding[] = []
  let others = 0
  for (const manifest of readManifests(text)) {
    const { document } = manifest
    if ('refused' in manifest) {
      findings.push(...manifest.findings)
      refused.push({ document, name: '', words: manifest.refused })
      continue
    }
    const taken = take(manifest)
    if (!taken) others++
    for (const { what, severity = 'error', path, range, message } of taken?.problems ?? [])
      findings.push({ code: `${prefix}-${what}`, severity, path, range, message, data: {} })
    if (taken?.refused !== undefined) refused.push({ document, name: manifest.name, words: taken.refused })
  }
  return { refused, findings: findings.slice(0, limit.findings), others }
}

/** Takes an object as the API server takes what `kubectl apply` sends: decoded strictly, then validated. */
export function takeManifest<T extends { readonly metadata: Named }>(
  kind: ManifestKind<T>,
  manifest: Manifest,
): TakenManifest<T> {
  const { rangeOf, inFile, duplicates } = manifest
  const { value, wrong, strict } = decode(kind.type, manifest.node)
  const taken = (refused: string, problems: readonly ManifestProblem[]) => ({ decoded: value, problems, refused })
  if (manifest.apiVersion !== kind.apiVersion) {
    const message = `no matches for kind "${manifest.kind}" in version "${manifest.apiVersion}"`
    const path = ['apiVersion']
    return taken(message, [{ what: 'unknown-version', path, range: rangeOf(path), message }])
  }
  const found: readonly ManifestProblem[] = [
    ...wrong.map(({ path, range, message }) => ({ what: 'wrong-type', path, range: inFile(range), message })),
    ...duplicates.map(({ line, shown, path, range }) => ({
      ...{ what: 'duplicate-key', path, range: inFile(range) },
      message: `line ${line}: key ${shown} already set in map`,
    })),
    ...strict.map(({ code, path, range, message }) => ({
      what: code === 'unknown-field' ? 'unknown-field' : 'duplicate-key',
      ...{ path, range: inFile(range), message },
    })),
  ]
  const why = wrong[0]?.message ?? strictWords(duplicates, strict)
  const version = kind.apiVersion.split('/').at(-1)
  if (why !== undefined)
    return taken(`${kind.kind} in version "${version}" cannot be handled as a ${kind.kind}: ${why}`, found)
  const { metadata } = value
  const named = { ...metadata, namespace: kind.isNamespaced ? metadata.namespace || 'default' : '' }
  const errors = [...metadataErrors(named, at('metadata'), kind), ...kind.errors(value)]
  if (errors.length === 0) return { decoded: value, problems: [] }
  const group = kind.apiVersion.includes('/') ? `.${kind.apiVersion.split('/')[0]}` : ''
  return taken(
    isInvalid(`${kind.kind}${group}`, metadata.name, errors),
    errors.map(({ path, message }) => ({ what: kind.whatIs(path), path, range: rangeOf(path), message })),
  )
}
