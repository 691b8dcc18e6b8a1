import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import { fails, type Outcome } from '../judged.ts'
import type { Options } from '../options.ts'
import { readUrl } from '../url.ts'

const algorithms = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512']

/** The issuer of tokens that flags name, when the authenticator is made. Nothing is asked of the issuer yet. */
export function oidcConfig(options: Options): Outcome {
  const url = 'oidc-issuer-url'
  const issuer = options.text(url)
  if (options.text('authentication-config') !== '' || issuer === '' || options.text('oidc-client-id') === '')
    return undefined
  const before = 'invalid authentication configuration: '
  const read = readUrl(issuer)
  const invalid = (why: string) => fails(`${before}jwt[0].issuer.url: Invalid value: ${goQuoted(issuer)}: ${why}`, url)
  if ('error' in read) return invalid(read.error)
  if (read.scheme !== 'https') return invalid('URL scheme must be https')
  if (options.text('oidc-username-claim') === '')
    return { undecided: 'what an empty claim of the name does is not known here yet' }
  const unknown = options.list('oidc-signing-algs').find(name => !algorithms.includes(name))
  return unknown === undefined
    ? undefined
    : fails(`oidc: unsupported signing alg: ${goQuoted(unknown)}`, 'oidc-signing-algs')
}
