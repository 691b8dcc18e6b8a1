import type { Finding } from '../../yaml/finding.ts'
import { type EncryptionConfig, type Entry, type Provider, type ResourceName, resourceText } from './config.ts'
import { type EncryptionCode, encryptionFindings } from './finding-codes.ts'

/** What a person should know of a file that the API server takes. */
export function adviceOn(config: EncryptionConfig): readonly Finding[] {
  const plain = new Set(config.entries.filter(({ providers }) => providers.some(isIdentity)))
  return [
    ...config.entries.flatMap(entry => [...writing(config, entry, plain), ...singular(entry)]),
    ...config.entries.flatMap(({ providers }) => providers.flatMap(sameName)),
  ]
}

const isIdentity = ({ kind }: Provider) => kind === 'identity'

/** An entry whose resources are written as they are, or whose older values cannot be read. `plain`: entries with identity. */
function writing(config: EncryptionConfig, entry: Entry, plain: ReadonlySet<Entry>): readonly Finding[] {
  const [name] = entry.resources
  const [first] = entry.providers
  const entries = (name && config.named.get(resourceText(name))) ?? []
  // An entry below another of the same resource only helps to read.
  if (!name || !first || entries[0] !== entry) return []
  const shown = nameInWords(name)
  if (isIdentity(first)) {
    if (entry.providers.every(isIdentity)) return []
    const words = `The first provider writes, and identity encrypts nothing: ${shown} go to etcd as they are. To encrypt them, move identity behind the others.`
    return [finding('encryption-writes-plain', first, words)]
  }
  if (entries.some(it => plain.has(it))) return []
  const words = `Without identity in the list the API server cannot read ${shown} that were stored before they were encrypted. Add "identity: {}" at the end until all of them have been written anew.`
  return [finding('encryption-no-identity', entry, words)]
}

function nameInWords(name: ResourceName): string {
  return name.resource === '*' ? 'objects' : resourceText(name)
}

/** A key that is not the first of its name: only the first one writes. */
function sameName(provider: Provider): readonly Finding[] {
  if (provider.kind === 'identity' || provider.kind === 'kms') return []
  const seen = new Set<string>()
  return provider.keys.flatMap(key => {
    const again = seen.has(key.name)
    seen.add(key.name)
    if (!again) return []
    const words = `Another key of this provider is called ${key.name} too. Stored values tell keys apart by their names alone; give this one another name.`
    return [finding('encryption-same-key-name', key, words)]
  })
}

/** Names of the core group that people write in the singular. Whatever is no resource does nothing. */
const singulars: Readonly<Record<string, string>> = {
  secret: 'secrets',
  configmap: 'configmaps',
  event: 'events',
  pod: 'pods',
  serviceaccount: 'serviceaccounts',
}

function singular(entry: Entry): readonly Finding[] {
  return entry.resources.flatMap(name => {
    const { resource, group } = name
    const plural = group === '' && Object.hasOwn(singulars, resource) ? singulars[resource] : undefined
    if (plural === undefined) return []
    const words = `No resource is called ${resource}, so this line encrypts nothing. Write ${plural}.`
    return [finding('encryption-singular', name, words)]
  })
}

function finding(code: EncryptionCode, { path, range }: Pick<Entry, 'path' | 'range'>, message: string): Finding {
  return { code, severity: encryptionFindings[code], path, ...(range && { range }), message, data: {} }
}
