import { readUrl } from '../flags/url.ts'
import { duplicate, type FieldError, inJson, invalid, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import type { RawAuthenticator } from './authentication-type.ts'
import { certificatesIn } from './certificates.ts'
import type { Judgement } from './decision.ts'

type Issuer = RawAuthenticator['issuer']

/** What the server says of the one whose tokens are to count. */
export function validateIssuer(issuer: Issuer, here: FieldPath): Judgement {
  const { url, discoveryURL = '', certificateAuthority, egressSelectorType } = issuer
  const bundle = certificateAuthority === '' ? {} : certificatesIn(certificateAuthority)
  const errors = [
    ...(url === '' ? [required(child(here, 'url'))] : urlErrors(url, child(here, 'url'))),
    ...(discoveryURL === '' ? [] : discoveryErrors(url, discoveryURL, child(here, 'discoveryURL'))),
    ...audienceErrors(issuer, here),
    ...('error' in bundle ? [invalid(child(here, 'certificateAuthority'), '<omitted>', bundle.error)] : []),
    ...selectorErrors(egressSelectorType, child(here, 'egressSelectorType')),
  ]
  return { errors, ...('undecided' in bundle && { unknown: bundle.undecided }) }
}

function discoveryErrors(url: string, discovery: string, here: FieldPath): readonly FieldError[] {
  const withoutSlashes = (it: string) => it.replace(/\/+$/, '')
  const isSame = url !== '' && withoutSlashes(url) === withoutSlashes(discovery)
  return [
    ...(isSame ? [invalid(here, discovery, 'discoveryURL must be different from URL')] : []),
    ...urlErrors(discovery, here),
  ]
}

function urlErrors(url: string, here: FieldPath): readonly FieldError[] {
  const read = readUrl(url)
  if ('error' in read) return [invalid(here, url, read.error)]
  const complaints = [
    ...(read.scheme === 'https' ? [] : ['URL scheme must be https']),
    ...(read.hasUser ? ['URL must not contain a username or password'] : []),
    ...(read.query === '' ? [] : ['URL must not contain a query']),
    ...(read.fragment === '' ? [] : ['URL must not contain a fragment']),
  ]
  return complaints.map(complaint => invalid(here, url, complaint))
}

function audienceErrors({ audiences, audienceMatchPolicy: policy }: Issuer, here: FieldPath): readonly FieldError[] {
  const field = child(here, 'audiences')
  if (audiences.length === 0) return [required(field, `at least one ${field.field} is required`)]
  const errors = audiences.flatMap((audience, index) => [
    ...(audience === '' ? [required(child(field, index))] : []),
    ...(audiences.indexOf(audience) < index ? [duplicate(child(field, index), audience)] : []),
  ])
  const must =
    audiences.length > 1 ? 'must be MatchAny for multiple audiences' : 'must be empty or MatchAny for single audience'
  if (policy === 'MatchAny' || (audiences.length === 1 && policy === '')) return errors
  return [...errors, invalid(child(here, 'audienceMatchPolicy'), inJson(policy), `audienceMatchPolicy ${must}`)]
}

function selectorErrors(type: string, here: FieldPath): readonly FieldError[] {
  if (['', 'controlplane', 'cluster'].includes(type)) return []
  return [invalid(here, inJson(type), 'egress selector must be either controlplane or cluster')]
}
