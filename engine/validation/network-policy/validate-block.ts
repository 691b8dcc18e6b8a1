import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { Path } from '../../yaml/range.ts'
import { type FieldError, invalid, required } from '../kubernetes/field-error.ts'
import { at, child, type FieldPath } from '../kubernetes/field-path.ts'
import { type Cidr, contains, readCidr, shownAddress, shownCidr } from './address.ts'
import type { IpBlock, NetworkPolicy } from './policy.ts'

const bad = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'

/** What validation says of a block: what is taken out must lie in it and be smaller. */
export function blockErrors({ cidr, except }: IpBlock, place: FieldPath): readonly FieldError[] {
  const cidrAt = child(place, 'cidr')
  if (cidr === '') return [required(cidrAt)]
  const block = readCidr(cidr)
  if (!block) return [invalid(cidrAt, cidr, bad)]
  return except.flatMap((text, index) => {
    const hole = readCidr(text)
    const holeAt = child(place, 'except', index)
    if (!hole) return [invalid(holeAt, text, bad)]
    const lies = contains(block, hole.first) && block.bits < hole.bits
    return lies ? [] : [invalid(holeAt, text, 'must be a strict subset of `cidr`')]
  })
}

/** What the API server says of an object that it takes. */
export interface Warning {
  readonly path: Path
  readonly message: string
}

/** Warnings that the API server gives for blocks that it takes. */
export function blockWarnings({ ingress, egress }: Pick<NetworkPolicy, 'ingress' | 'egress'>): readonly Warning[] {
  const rules = [
    { place: at('spec', 'ingress'), peersAt: 'from', rules: ingress },
    { place: at('spec', 'egress'), peersAt: 'to', rules: egress },
  ]
  return rules.flatMap(({ place, peersAt, rules }) =>
    rules.flatMap(({ peers }, rule) =>
      peers.flatMap(({ ipBlock }, index) => {
        if (!ipBlock) return []
        const block = child(place, rule, peersAt, index, 'ipBlock')
        const holes = ipBlock.except.flatMap((text, hole) => cidrWarnings(text, child(block, 'except', hole)))
        return [...cidrWarnings(ipBlock.cidr, child(block, 'cidr')), ...holes]
      }),
    ),
  )
}

function cidrWarnings(text: string, { path, field }: FieldPath): readonly Warning[] {
  return oddities(text).map(words => ({ path, message: `${field}: ${words}` }))
}

function oddities(text: string): readonly string[] {
  const cidr = readCidr(text)
  if (!cidr) return []
  const warnings: string[] = []
  const range = shownCidr(cidr)
  const alone = `${shownAddress(cidr.address)}/${cidr.isIpv6 ? 128 : 32}`
  if (shownAddress(cidr.address) !== shownAddress(cidr.first))
    warnings.push(
      `CIDR value ${goQuoted(text)} is ambiguous in this context (should be ${goQuoted(range)} or ${goQuoted(alone)}?)`,
    )
  if (!isStandard(text, cidr))
    warnings.push(
      `non-standard CIDR value ${goQuoted(text)} will be considered invalid in a future Kubernetes release: use ${goQuoted(range)}`,
    )
  else if (cidr.isIpv6) {
    const shortest = `${shownAddress(cidr.address)}/${cidr.bits}`
    if (shortest !== text)
      warnings.push(`IPv6 CIDR value ${goQuoted(text)} should be in RFC 5952 canonical format (${goQuoted(shortest)})`)
  }
  return warnings
}

/** Without noughts in front, and not IPv4 in the clothes of IPv6. */
function isStandard(text: string, { address, isIpv6, bits }: Cidr): boolean {
  const [host = '', size] = text.split('/')
  if (size !== String(bits)) return false
  return isIpv6 ? address.length === 4 : !/(^|\.)0\d/.test(host)
}
