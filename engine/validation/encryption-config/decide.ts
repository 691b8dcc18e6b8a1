import { aggregate } from '../kubernetes/field-error.ts'
import {
  type Cipher,
  type EncryptionConfig,
  type EncryptionKey,
  type Provider,
  type ResourceName,
  resourceText,
} from './config.ts'

/** A value as it lies in etcd. `key` of a value that was encrypted: the one that it was encrypted with. */
export type Stored =
  | { readonly form: 'plaintext' }
  | { readonly form: Cipher; readonly key: EncryptionKey }
  | { readonly form: 'kms'; readonly name: string }

/** What decided: the provider and, of a cipher, its key; undefined where no entry covers the resource. */
export interface Decider {
  readonly provider: Provider
  readonly key?: EncryptionKey
}

export interface WriteDecision {
  /** What new values begin with in etcd: `k8s:enc:aescbc:v1:key1:`; undefined where they are written as they are. */
  readonly prefix: string | undefined
  readonly by: Decider | undefined
}

export type ReadDecision =
  | {
      readonly isReadable: true
      /** The next write stores it otherwise. */
      readonly isStale: boolean
      readonly by: Decider | undefined
    }
  /** In the API server’s words. */
  | { readonly isReadable: false; readonly error: string }

/**
 * Providers of a resource: of every entry that names it itself, in the order of the file, else of `*.group`, else of
 * `*.*`. Undefined where no entry covers it: then nothing is encrypted, and nothing that is encrypted can be read.
 */
export function providersOf(config: EncryptionConfig, name: ResourceName): readonly Provider[] | undefined {
  for (const wanted of [name, { ...name, resource: '*' }, { group: '*', resource: '*' }]) {
    const entries = config.named.get(resourceText(wanted))
    if (entries) return entries.flatMap(({ providers }) => providers)
  }
  return undefined
}

/** What a new value of a resource is written with: the first provider of its list, and that one’s first key. */
export function decideWrite(config: EncryptionConfig, name: ResourceName): WriteDecision {
  const [first] = providersOf(config, name) ?? []
  if (!first || first.kind === 'identity') return { prefix: undefined, by: first && { provider: first } }
  if (first.kind === 'kms') return { prefix: `k8s:enc:kms:v2:${first.name}:`, by: { provider: first } }
  const [key] = first.keys
  return { prefix: key && prefixOf(first.kind, key), by: { provider: first, ...(key && { key }) } }
}

/** What stands in front of a value that a cipher’s key encrypted. */
export function prefixOf(cipher: Cipher, { name }: Pick<EncryptionKey, 'name'>): string {
  return `k8s:enc:${cipher}:v1:${name}:`
}

/** Which provider reads a stored value, or why none does. Key management services are taken to answer. */
export function decideRead(config: EncryptionConfig, name: ResourceName, stored: Stored): ReadDecision {
  const providers = providersOf(config, name)
  if (!providers) {
    if (stored.form === 'plaintext') return { isReadable: true, isStale: false, by: undefined }
    return { isReadable: false, error: 'identity transformer tried to read encrypted data' }
  }
  const errors: string[] = []
  for (const [index, provider] of providers.entries()) {
    const read = tryProvider(provider, stored)
    if (read === undefined) continue
    if ('errors' in read) errors.push(...read.errors)
    else return { isReadable: true, isStale: read.isLater || index > 0, by: read.by }
  }
  return { isReadable: false, error: errors.length > 0 ? aggregate(errors) : 'no matching prefix found' }
}

type Tried = { readonly by: Decider; readonly isLater: boolean } | { readonly errors: readonly string[] } | undefined

/** Undefined: another provider is asked, and nothing is said. */
function tryProvider(provider: Provider, stored: Stored): Tried {
  const isOwn = { by: { provider }, isLater: false }
  if (provider.kind === 'identity') return stored.form === 'plaintext' ? isOwn : undefined
  if (provider.kind === 'kms') return stored.form === 'kms' && stored.name === provider.name ? isOwn : undefined
  if (stored.form !== provider.kind) return undefined
  const errors: string[] = []
  for (const [index, key] of provider.keys.entries()) {
    const rest = `${stored.key.name}:`
    if (!rest.startsWith(`${key.name}:`)) continue
    if (stored.key.name === key.name && stored.key.secret === key.secret)
      return { by: { provider, key }, isLater: index > 0 }
    errors.push(failure[provider.kind](rest.length - key.name.length - 1))
  }
  const named = provider.kind === 'secretbox' ? 'Secretbox' : 'AES'
  return { errors: errors.length > 0 ? errors : [`no matching key was found for the provided ${named} transformer`] }
}

/**
 * What a cipher says of a value that another key encrypted. `tooMany`: bytes in front of it, where the name of its key only
 * begins with the name of this one. AES-CBC mostly says this; by chance, of one value in some dozen, `invalid padding on
 * input`.
 */
const failure: Readonly<Record<Cipher, (tooMany: number) => string>> = {
  aescbc: tooMany =>
    tooMany % 16 === 0
      ? 'invalid PKCS7 data (empty or not padded)'
      : 'the stored data is not a multiple of the block size',
  aesgcm: () => 'cipher: message authentication failed',
  secretbox: () => 'output array was not large enough for encryption',
}
