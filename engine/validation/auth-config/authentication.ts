import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { readConfig } from '../flags/configs/config-document.ts'
import { duplicate, type FieldError, forbidden, inJson, invalid, tooMany } from '../kubernetes/field-error.ts'
import { at, child } from '../kubernetes/field-path.ts'
import { authenticationConfiguration, type RawAuthentication, type RawAuthenticator } from './authentication-type.ts'
import { type AuthDecision, decided, type Judgement, refusedAs, together } from './decision.ts'
import { notWanted, otherKinds } from './other-kinds.ts'
import { validateClaims } from './validate-claims.ts'
import { validateIssuer } from './validate-issuer.ts'

/** Who may come, and how. */
export interface Authentication {
  /** URLs of those whose tokens count. */
  readonly issuers: readonly string[]
  /** Undefined: the file does not say, so the flag `--anonymous-auth` holds. */
  readonly anonymous: Anonymous | undefined
}

export interface Anonymous {
  readonly enabled: boolean
  /** The paths at which one may come without a name; undefined for all. */
  readonly paths: readonly string[] | undefined
}

const mostAuthenticators = 64
const twice =
  '--anonymous-auth flag cannot be set when anonymous field is configured in authentication configuration file'

/**
 * What kube-apiserver v1.35 makes of the file of `--authentication-config`. `path` is the file's, as the flag names it;
 * `hasFlag`: `--anonymous-auth` is given beside it.
 * The words are those that it prints behind `err=`. Never throws.
 */
export function decideAuthentication(text: string, path: string, hasFlag = false): AuthDecision<Authentication> {
  const before = `failed to load authentication configuration from file ${goQuoted(path)}: `
  if (text === '') return refusedAs(`${before}empty config data`)
  const others = otherKinds('AuthenticationConfiguration')
  const read = readConfig<RawAuthentication>(text, { ...authenticationConfiguration, others })
  if ('error' in read) return refusedAs(`${before}${notWanted(read, 'AuthenticationConfiguration')}`, read)
  if (read.strictError !== undefined) return refusedAs(`${before}${read.strictError}`)
  const { jwt, anonymous } = read.value
  if (anonymous && hasFlag) {
    const error = forbidden(at('anonymous'), twice)
    return { is: 'refused', words: error.message, fields: [error] }
  }
  const value: Authentication = {
    issuers: jwt.map(({ issuer }) => issuer.url),
    anonymous: anonymous && {
      enabled: anonymous.enabled,
      paths: anonymous.conditions?.map(condition => condition.path),
    },
  }
  return decided(value, validate(read.value), 'invalid authentication configuration: ')
}

function validate({ jwt, anonymous }: RawAuthentication): Judgement {
  if (jwt.length > mostAuthenticators) return { errors: [tooMany(at('jwt'), jwt.length, mostAuthenticators)] }
  const seen = { url: new Set<string>(), discoveryURL: new Set<string>() }
  return together(
    ...jwt.map((authenticator, index) => {
      const here = at('jwt', index)
      return together(
        validateIssuer(authenticator.issuer, child(here, 'issuer')),
        validateClaims(authenticator, here),
        { errors: repeated(authenticator, index, seen) },
      )
    }),
    { errors: anonymousErrors(anonymous) },
  )
}

type Seen = Readonly<Record<'url' | 'discoveryURL', Set<string>>>

function repeated({ issuer }: RawAuthenticator, index: number, seen: Seen): readonly FieldError[] {
  return (['url', 'discoveryURL'] as const).flatMap(name => {
    const url = issuer[name]
    if (url === undefined || (name === 'discoveryURL' && url === '')) return []
    const wasThere = seen[name].has(url)
    seen[name].add(url)
    return wasThere ? [duplicate(at('jwt', index, 'issuer', name), url)] : []
  })
}

function anonymousErrors(anonymous: RawAuthentication['anonymous']): readonly FieldError[] {
  const conditions = anonymous?.conditions ?? []
  if (!anonymous || anonymous.enabled || conditions.length === 0) return []
  const shown = inJson(conditions.map(({ path }) => ({ Path: path })))
  return [invalid(at('anonymous', 'conditions'), shown, 'enabled should be set to true when conditions are defined')]
}
