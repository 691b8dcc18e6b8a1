import type { Path, Range } from '../../yaml/range.ts'

/** What a cipher is called in the file, and in front of what it stores: `k8s:enc:aescbc:v1:…`. */
export type Cipher = 'aescbc' | 'aesgcm' | 'secretbox'

export const ciphers: readonly Cipher[] = ['aescbc', 'aesgcm', 'secretbox']

/** Lengths of keys in bytes. */
export const keyLengths: Readonly<Record<Cipher, readonly number[]>> = {
  aescbc: [16, 24, 32],
  aesgcm: [16, 24, 32],
  secretbox: [32],
}

export interface EncryptionKey {
  readonly name: string
  /** The key itself, as hexadecimal digits: equal keys are equal texts. */
  readonly secret: string
}

interface Placed {
  readonly path: Path
  readonly range?: Range
}

export type Provider = Placed &
  (
    | { readonly kind: Cipher; readonly keys: readonly (EncryptionKey & Placed)[] }
    | { readonly kind: 'identity' }
    | { readonly kind: 'kms'; readonly name: string }
  )

export interface Entry extends Placed {
  readonly resources: readonly (ResourceName & Placed)[]
  readonly providers: readonly Provider[]
}

/** What an API server encrypts: entries in the order of the file. */
export interface EncryptionConfig {
  readonly entries: readonly Entry[]
  /** The entries that name a resource, by `resourceText`. */
  readonly named: ReadonlyMap<string, readonly Entry[]>
}

/** A resource and its group; `*` stands for all. The core group is empty. */
export interface ResourceName {
  readonly resource: string
  readonly group: string
}

/** `deployments.apps`, `secrets`, `*.apps`, `*.` (all of the core group), `*.*`. What stands behind the first dot is the group. */
export function readResourceName(text: string): ResourceName {
  const dot = text.indexOf('.')
  return dot < 0 ? { resource: text, group: '' } : { resource: text.slice(0, dot), group: text.slice(dot + 1) }
}

/** As Kubernetes prints it; all of the core group is a lone `*`. */
export function resourceText({ resource, group }: ResourceName): string {
  return group === '' ? resource : `${resource}.${group}`
}
