import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import { requestHeaderProblems } from '../delegated.ts'
import type { Gates } from '../feature-gates/set-gates.ts'
import type { Problem } from '../judged.ts'
import type { Options } from '../options.ts'
import { readUrl } from '../url.ts'

const oidcFlags = [
  'oidc-issuer-url',
  'oidc-client-id',
  'oidc-ca-file',
  'oidc-username-claim',
  'oidc-username-prefix',
  'oidc-groups-claim',
  'oidc-groups-prefix',
  'oidc-signing-algs',
  'oidc-required-claim',
]

/** Who may say who they are: flags that do not go together. */
export function authenticationProblems(options: Options, gates: Gates): readonly Problem[] {
  return [
    ...oidcProblems(options),
    ...issuerProblems(options),
    ...keyProblems(options),
    ...requestHeaderProblems(options, gates),
  ]
}

function oidcProblems(options: Options): readonly Problem[] {
  const flag = oidcFlags.find(name => options.changed(name))
  if (flag === undefined) return []
  if (options.text('authentication-config') !== '')
    return [{ words: 'authentication-config file and oidc-* flags are mutually exclusive', flag }]
  if (options.text('oidc-issuer-url') !== '' && options.text('oidc-client-id') !== '') return []
  const words = 'oidc-issuer-url and oidc-client-id must be specified together when any oidc-* flags are set'
  return [{ words, flag }]
}

function issuerProblems(options: Options): readonly Problem[] {
  const flag = 'service-account-issuer'
  const seen = new Set<string>()
  const problems: string[] = []
  for (const issuer of options.list(flag)) {
    const url = issuer.includes(':') ? readUrl(issuer) : undefined
    if (url && 'error' in url)
      problems.push(`${flag} ${goQuoted(issuer)} contained a ':' but was not a valid URL: ${url.error}`)
    else if (issuer === '') problems.push(`${flag} should not be an empty string`)
    else if (seen.has(issuer)) problems.push(`${flag} ${goQuoted(issuer)} is already specified`)
    seen.add(issuer)
  }
  if (options.list(flag).length === 0) problems.push(`${flag} is a required flag`)
  return problems.map(words => ({ words, flag }))
}

function keyProblems(options: Options): readonly Problem[] {
  const problems: Problem[] = []
  const keys = 'service-account-key-file'
  if (options.list(keys).length === 0 && options.text('service-account-signing-endpoint') === '')
    problems.push({
      words: 'either `--service-account-key-file` or `--service-account-signing-endpoint` must be set',
      flag: keys,
    })
  const flag = 'service-account-jwks-uri'
  const written = options.text(flag)
  const url = written === '' ? undefined : readUrl(written)
  if (url && 'error' in url) problems.push({ words: `${flag} must be a valid URL: ${url.error}`, flag })
  else if (url && url.scheme !== 'https')
    problems.push({ words: `${flag} requires https scheme, parsed as: ${written}`, flag })
  return problems
}
