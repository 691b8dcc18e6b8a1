import { durationText } from '../kubernetes/duration.ts'
import { type FieldError, inJson, invalid, required } from '../kubernetes/field-error.ts'
import { at, child, type FieldPath } from '../kubernetes/field-path.ts'
import { type Cipher, keyLengths } from './config.ts'
import type { EncryptionCode } from './finding-codes.ts'
import { secretBytes } from './secret-bytes.ts'
import type { RawEntry, RawKey, RawProvider } from './types.ts'
import { kmsProblems, withDefaults } from './validate-kms.ts'
import { resourceProblems } from './validate-resources.ts'

export interface Problem extends FieldError {
  readonly code: EncryptionCode
}

/** Everything that the API server’s validation says of a decoded file, in its order. */
export function validate(entries: readonly RawEntry[], reloads: boolean): readonly Problem[] {
  const root = at('resources')
  if (entries.length === 0) return [nothing(root, 'resources')]
  const kmsNames = new Set<string>()
  const problems: Problem[] = []
  for (const [index, { resources, providers }] of entries.entries()) {
    const listed = child(root, index, 'resources')
    const provided = child(root, index, 'providers')
    if (resources.length === 0) problems.push(nothing(listed, listed.field))
    problems.push(...resourceProblems(resources, listed))
    if (providers.length === 0) problems.push(nothing(provided, provided.field))
    for (const [place, provider] of providers.entries()) {
      const here = child(provided, place)
      const wrong = providerProblem(provider, here)
      if (wrong) problems.push(wrong)
      if (provider.kms) {
        problems.push(...kmsProblems(provider.kms, child(here, 'kms'), kmsNames, reloads))
        kmsNames.add(provider.kms.name)
      } else problems.push(...cipherProblems(provider, here))
    }
  }
  return problems
}

function nothing(place: FieldPath, what: string): Problem {
  return { code: 'encryption-nothing-listed', ...required(place, `at least one ${what} is required`) }
}

function providerProblem(provider: RawProvider, place: FieldPath): Problem | undefined {
  const found = Object.values(provider).filter(it => it !== undefined).length
  if (found === 1) return undefined
  const detail =
    found === 0
      ? 'provider does not contain any of the expected providers: KMS, AESGCM, AESCBC, Secretbox, Identity'
      : 'more than one provider specified in a single element, should split into different list elements'
  return { code: 'encryption-provider', ...invalid(place, inJson(inGo(provider)), detail) }
}

/** Where several stand in one element, only the first of these is looked at. */
function cipherProblems(provider: RawProvider, place: FieldPath): readonly Problem[] {
  const cipher = (['aesgcm', 'aescbc', 'secretbox'] as const).find(it => provider[it])
  return cipher ? keysProblems(provider[cipher]?.keys ?? [], child(place, cipher, 'keys'), cipher) : []
}

function keysProblems(keys: readonly RawKey[], place: FieldPath, cipher: Cipher): readonly Problem[] {
  if (keys.length === 0)
    return [{ code: 'encryption-nothing-listed', ...required(place, 'at least one keys is required') }]
  return keys.flatMap((key, index) =>
    keyErrors(key, child(place, index), cipher).map((error): Problem => ({ code: 'encryption-key', ...error })),
  )
}

function keyErrors({ name, secret }: RawKey, place: FieldPath, cipher: Cipher): readonly FieldError[] {
  const unnamed = name === '' ? [required(child(place, 'name'), 'name is a mandatory field for a key')] : []
  const here = child(place, 'secret')
  if (secret === '') return [...unnamed, required(here, 'secret is a mandatory field for a key')]
  const wrong = (detail: string) => [...unnamed, invalid(here, 'REDACTED', detail)]
  const bytes = secretBytes(secret)
  if (!bytes) return wrong('secrets must be base64 encoded')
  const lengths = keyLengths[cipher]
  if (lengths.includes(bytes.length)) return unnamed
  return wrong(`secret is not of the expected length, got ${bytes.length}, expected one of [${lengths.join(' ')}]`)
}

/** A provider with its defaults as Go prints it, key and all. */
function inGo({ aesgcm, aescbc, secretbox, identity, kms }: RawProvider): unknown {
  const cipher = (it: RawProvider[Cipher]) =>
    it ? { Keys: it.keys?.map(({ name, secret }) => ({ Name: name, Secret: secret })) ?? null } : null
  return {
    AESGCM: cipher(aesgcm),
    AESCBC: cipher(aescbc),
    Secretbox: cipher(secretbox),
    Identity: identity ? {} : null,
    KMS: kms ? kmsInGo(kms) : null,
  }
}

function kmsInGo(kms: NonNullable<RawProvider['kms']>): unknown {
  const { apiVersion, name, cachesize, endpoint, timeout } = withDefaults(kms)
  return {
    APIVersion: apiVersion,
    Name: name,
    CacheSize: cachesize ?? null,
    Endpoint: endpoint,
    Timeout: durationText(timeout),
  }
}
