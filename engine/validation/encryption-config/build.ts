import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { JsonNode } from '../../yaml/go/json.ts'
import { placesIn } from '../../yaml/go/places.ts'
import type { Path } from '../../yaml/range.ts'
import { type EncryptionConfig, type Entry, type Provider, readResourceName, resourceText } from './config.ts'
import type { EncryptionCode } from './finding-codes.ts'
import { secretBytes } from './secret-bytes.ts'
import type { RawEntry, RawKey, RawProvider } from './types.ts'
import { withDefaults } from './validate-kms.ts'

/** Why the API server ends when it sets up what a valid file asks for. */
export interface BuildProblem {
  readonly code: EncryptionCode
  readonly path: Path
  readonly message: string
}

const oldKms =
  'KMSv1 is deprecated and will only receive security updates going forward. Use KMSv2 instead.  Set --feature-gates=KMSv1=true to use the deprecated KMSv1 feature.'

/** The first problem of setting up a valid file. `kmsV1`: that gate is on. */
export function buildProblem(entries: readonly RawEntry[], kmsV1: boolean): BuildProblem | undefined {
  const before = new Set<string>()
  for (const [index, { resources, providers }] of entries.entries()) {
    const old = providers.findIndex(({ kms }) => kms && withDefaults(kms).apiVersion === 'v1')
    if (old >= 0 && !kmsV1)
      return { code: 'encryption-kms', path: ['resources', index, 'providers', old, 'kms'], message: oldKms }
    for (const [place, name] of resources.entries()) {
      const { group, resource } = readResourceName(name)
      const covering = [`*.${group}`, '*.*'].find(it => before.has(it))
      if (covering !== undefined) {
        const shown = group === '' && resource === '*' ? '*.' : resourceText({ group, resource })
        const message = `resource ${goQuoted(shown)} is masked by earlier rule ${goQuoted(covering)}`
        return { code: 'encryption-masked', path: ['resources', index, 'resources', place], message }
      }
      before.add(`${resource}.${group}`)
    }
  }
  return undefined
}

/** A file that was found valid, as it is decided by. */
export function build(entries: readonly RawEntry[], node: JsonNode): EncryptionConfig {
  const { rangeOf } = placesIn(node)
  const placed = (path: Path) => {
    const range = rangeOf(path)
    return { path, ...(range && { range }) }
  }
  const read = entries.map(({ resources, providers }, index): Entry => {
    const path = ['resources', index]
    return {
      ...placed(path),
      resources: resources.map((name, place) => ({
        ...placed([...path, 'resources', place]),
        ...readResourceName(name),
      })),
      providers: providers.map((it, place) => built(it, [...path, 'providers', place], placed)),
    }
  })
  const named = new Map<string, Entry[]>()
  for (const entry of read)
    for (const name of new Set(entry.resources.map(resourceText))) {
      const known = named.get(name)
      if (known) known.push(entry)
      else named.set(name, [entry])
    }
  return { entries: read, named }
}

function built(raw: RawProvider, path: Path, placed: (path: Path) => Pick<Provider, 'path' | 'range'>): Provider {
  if (raw.kms) return { ...placed(path), kind: 'kms', name: raw.kms.name }
  for (const kind of ['aesgcm', 'aescbc', 'secretbox'] as const) {
    const found = raw[kind]
    if (!found) continue
    const keys = (found.keys ?? []).map(({ name, secret }: RawKey, index) => {
      return { ...placed([...path, kind, 'keys', index]), name, secret: hex(secretBytes(secret) ?? []) }
    })
    return { ...placed(path), kind, keys }
  }
  return { ...placed(path), kind: 'identity' }
}

function hex(bytes: readonly number[]): string {
  return bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')
}
