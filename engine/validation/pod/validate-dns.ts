import { every, type FieldError, inJson, invalid, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { subdomainErrors } from '../kubernetes/names.ts'
import { readAddress } from '../network-policy/address.ts'
import type { DecodedSpec } from './decoded.ts'

const noAddress = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'

/** Older rules take zeros in front. */
export function addressErrors(text: string, at: FieldPath): readonly FieldError[] {
  const plain = text.replace(/(^|\.)0+(?=\d)/g, '$1')
  return readAddress(text) || (/^[\d.]+$/.test(text) && readAddress(plain)) ? [] : [invalid(at, text, noAddress)]
}

/** What validation says of how names are looked up in a Pod. */
export function dnsErrors({ dnsConfig, dnsPolicy }: DecodedSpec, at: FieldPath): readonly FieldError[] {
  const errors: FieldError[] = []
  if (dnsPolicy === 'None') {
    if (!dnsConfig) return [required(at, 'must provide `dnsConfig` when `dnsPolicy` is None')]
    const words = 'must provide at least one DNS nameserver when `dnsPolicy` is None'
    if (dnsConfig.nameservers.length === 0) errors.push(required(child(at, 'nameservers'), words))
  }
  if (!dnsConfig) return errors
  const { nameservers, searches, options } = dnsConfig
  if (nameservers.length > 3)
    errors.push(invalid(child(at, 'nameservers'), inJson(nameservers), 'must not have more than 3 nameservers'))
  for (const [index, server] of nameservers.entries())
    errors.push(...addressErrors(server, child(at, 'nameservers', index)))
  if (searches.length > 32)
    errors.push(invalid(child(at, 'searches'), inJson(searches), 'must not have more than 32 search paths'))
  if (new TextEncoder().encode(searches.join(' ')).length > 2048) {
    const words = 'must not have more than 2048 characters (including spaces) in the search list'
    errors.push(invalid(child(at, 'searches'), inJson(searches), words))
  }
  for (const [index, domain] of searches.entries()) {
    const name = domain === '.' ? 'a' : domain.replace(/\.$/, '')
    errors.push(...every(child(at, 'searches', index), name, searchErrors(name)))
  }
  for (const [index, { name }] of options.entries())
    if (name === '') errors.push(required(child(at, 'options', index), 'must not be empty'))
  return errors
}

const searchPart = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?'
const searchPattern = String.raw`${searchPart}(\.${searchPart})*`
const search = new RegExp(`^${searchPart}$`)

/** Underscores may stand in a domain that is searched. */
function searchErrors(name: string): readonly string[] {
  const must =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character"
  const isDomain = name.split('.').every(part => search.test(part))
  return [
    ...(new TextEncoder().encode(name).length > 253 ? ['must be no more than 253 characters'] : []),
    ...(isDomain ? [] : [`${must} (e.g. 'example.com', regex used for validation is '${searchPattern}')`]),
  ]
}

export function hostAliasErrors(aliases: DecodedSpec['hostAliases'], at: FieldPath): readonly FieldError[] {
  return aliases.flatMap(({ ip, hostnames }, index) => [
    ...addressErrors(ip, child(at, index, 'ip')),
    ...hostnames.flatMap((name, i) => every(child(at, index, 'hostnames', i), name, subdomainErrors(name))),
  ])
}
