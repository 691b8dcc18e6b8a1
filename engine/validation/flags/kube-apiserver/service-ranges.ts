import { type Cidr, readCidr, shownAddress } from '../../network-policy/address.ts'
import type { Problem } from '../judged.ts'
import type { Options } from '../options.ts'

const flag = 'service-cluster-ip-range'
const defaultRange = '10.0.0.0/24'

/** The ranges of the Services' addresses: one, or one of each family. */
export interface ServiceRanges {
  readonly first: Cidr
  readonly second?: Cidr
}

export function serviceRanges(options: Options): ServiceRanges | { readonly error: string } {
  const written = options.text(flag)
  const [first = '', second] = written === '' ? [defaultRange] : written.split(',')
  const primary = readCidr(first)
  if (!primary) return { error: `${flag}[0] is not a valid cidr` }
  if (width(primary) - primary.bits < 3)
    return {
      error:
        'error determining service IP ranges for primary service cidr: the service cluster IP range must be at least 8 IP addresses',
    }
  if (second === undefined) return { first: primary }
  const secondary = readCidr(second)
  return secondary ? { first: primary, second: secondary } : { error: `${flag}[1] is not an ip net` }
}

export function serviceRangeProblems(options: Options, { first, second }: ServiceRanges): readonly Problem[] {
  const problems: string[] = []
  if (options.text(flag).split(',').length > 2) problems.push(`--${flag} must not contain more than two entries`)
  const tooLarge = (range: Cidr, shown: string) => {
    const bits = width(range)
    if (bits - range.bits > 64)
      problems.push(`specified ${shown} is too large; for ${bits}-bit addresses, the mask must be >= ${bits - 64}`)
  }
  tooLarge(first, `--${flag}`)
  if (second && first.isIpv6 === second.isIpv6)
    problems.push(`--${flag}[0] and --${flag}[1] must be of different IP family`)
  if (second) tooLarge(second, `--${flag}[1]`)
  return problems.map(words => ({ words, flag }))
}

/** The Service `kubernetes` has an address of the first range's family, and so must the server. */
export function familyProblems(options: Options, { first }: ServiceRanges): readonly Problem[] {
  const address = options.text('advertise-address')
  if (address === '' || options.text('endpoint-reconciler-type') === 'none') return []
  if (first.isIpv6 === address.includes(':')) return []
  const shown = `${shownAddress(first.first)}/${first.bits}`
  const words = `service IP family "${shown}" must match public address family "${address}"`
  return [{ words, flag: 'advertise-address' }]
}

function width({ isIpv6 }: Cidr): number {
  return isIpv6 ? 128 : 32
}
