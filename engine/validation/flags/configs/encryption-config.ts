import type { Decoded } from '../../kubernetes/decode.ts'
import { anything, list, pointer, struct, text } from '../../kubernetes/decode-types.ts'
import { goQuoted } from '../../kubernetes/go-print.ts'
import { typeMeta } from '../../kubernetes/metadata-type.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'
import { configVersions, readConfig } from './config-document.ts'

const flag = 'encryption-provider-config'
const keys = { keys: list(struct('v1.Key', { name: text(), secret: text() })) }
const provider = struct('v1.ProviderConfiguration', {
  aesgcm: pointer(struct('v1.AESConfiguration', keys)),
  aescbc: pointer(struct('v1.AESConfiguration', keys)),
  secretbox: pointer(struct('v1.SecretboxConfiguration', keys)),
  identity: pointer(struct('v1.IdentityConfiguration', {})),
  kms: pointer(
    struct('v1.KMSConfiguration', {
      apiVersion: text(),
      name: text(),
      cachesize: anything,
      endpoint: text(),
      timeout: anything,
    }),
  ),
})
type Provider = Decoded<typeof provider>
const kind = {
  kind: 'EncryptionConfiguration',
  versions: configVersions('v1'),
  scheme: 'pkg/server/options/encryptionconfig/config.go:142',
  type: struct('v1.EncryptionConfiguration', {
    ...typeMeta,
    resources: list(struct('v1.ResourceConfiguration', { resources: list(text()), providers: list(provider) })),
  }),
}
const lengths = { aescbc: [16, 24, 32], aesgcm: [16, 24, 32], secretbox: [32] } as const
type Cipher = keyof typeof lengths

/** The file of providers that encrypt what is stored; only plain ones are known here. */
export function encryptionConfigProblem(files: Files, path: string): Outcome {
  const file = readFile(files, path)
  const before = 'error while parsing file: '
  const loading = `${before}error while loading file: `
  const called = `encryption provider configuration file ${goQuoted(path)}`
  if ('undecided' in file) return file
  if ('error' in file) return fails(`${loading}error reading ${called}: ${file.error}`, flag)
  if (file.text === '') return fails(`${loading}${called} is empty`, flag)
  const read = readConfig(file.text ?? '', kind)
  const decoding = `${before}error decoding ${called}: `
  if ('error' in read) return fails(`${decoding}${read.error}`, flag)
  if (read.strictError !== undefined) return fails(`${decoding}${read.strictError}`, flag)
  const unknown = { undecided: `what the API server makes of ${path} is not known here yet` }
  const [entry, another] = read.value.resources
  const isPlain = entry && !another && entry.resources.length > 0 && entry.resources.every(it => /^[a-z]+$/.test(it))
  if (!isPlain || new Set(entry.resources).size < entry.resources.length || entry.providers.length === 0) return unknown
  const wrong: string[] = []
  for (const [index, it] of entry.providers.entries()) {
    const found = keyProblems(it, `resources[0].providers[${index}]`)
    if (!found) return unknown
    wrong.push(...found)
  }
  const [first, ...more] = wrong
  if (first === undefined) return undefined
  return fails(`${before}${more.length === 0 ? first : `[${wrong.join(', ')}]`}`, flag)
}

/** What is said of keys that have another length than their cipher; undefined where more is to be looked at. */
function keyProblems(it: Provider, at: string): readonly string[] | undefined {
  const named = (Object.keys(lengths) as Cipher[]).filter(name => it[name])
  if (it.kms || named.length + (it.identity ? 1 : 0) !== 1) return undefined
  const [name] = named
  if (name === undefined) return []
  const list = it[name]?.keys ?? []
  const wanted: readonly number[] = lengths[name]
  if (list.length === 0) return undefined
  const problems: string[] = []
  for (const [index, key] of list.entries()) {
    const length = bytesOf(key.secret)
    if (key.name === '' || length === undefined || length === 0) return undefined
    if (!wanted.includes(length))
      problems.push(
        `${at}.${name}.keys[${index}].secret: Invalid value: "REDACTED": secret is not of the expected length, got ${length}, expected one of [${wanted.join(' ')}]`,
      )
  }
  return problems
}

/** How many bytes base64 stands for; undefined where it is none. */
function bytesOf(secret: string): number | undefined {
  if (secret.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(secret)) return undefined
  return (secret.length / 4) * 3 - (secret.length - secret.replace(/=+$/, '').length)
}
