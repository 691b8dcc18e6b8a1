import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { hostError } from './url-host.ts'

/** What of a URL matters to flags and files. */
export interface Url {
  /** In small letters; empty where there is none. */
  readonly scheme: string
  /** Name and port, without a user; empty where there is none. */
  readonly host: string
  readonly path: string
  readonly hasUser: boolean
  /** Without its question mark. */
  readonly query: string
  /** Without its hash. */
  readonly fragment: string
}

/** Reads a URL, or tells what Go's `url.Parse` says of it. */
export function readUrl(text: string): Url | { readonly error: string } {
  const [, beforeHash = '', fragment = ''] = /^([^#]*)#?(.*)$/s.exec(text) ?? []
  const wrong = (why: string, whole = beforeHash) => ({ error: `parse ${goQuoted(whole)}: ${why}` })
  if ([...beforeHash].some(it => it < ' ' || it === '\x7f')) return wrong('net/url: invalid control character in URL')
  if (beforeHash.startsWith(':')) return wrong('missing protocol scheme')
  const [, named = '', rest = beforeHash] = /^([A-Za-z][A-Za-z\d+.-]*):(.*)$/s.exec(beforeHash) ?? []
  const scheme = named.toLowerCase()
  const [, place = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(rest) ?? []
  const isOpaque = scheme !== '' && !place.startsWith('/')
  if (scheme === '' && place.split('/')[0]?.includes(':'))
    return wrong('first path segment in URL cannot contain colon')
  const hasHost = place.startsWith('//') && (scheme !== '' || !place.startsWith('///'))
  const authority = hasHost ? (/^\/\/([^/]*)/.exec(place)?.[1] ?? '') : ''
  const path = hasHost ? place.slice(2 + authority.length) : place
  const cut = authority.lastIndexOf('@')
  const host = authority.slice(cut + 1)
  const bad = hostError(host) ?? userError(authority.slice(0, Math.max(cut, 0)))
  if (bad !== undefined) return wrong(bad)
  const inPath = isOpaque ? undefined : badEscape(path)
  if (inPath !== undefined) return wrong(inPath)
  const inFragment = badEscape(fragment)
  if (inFragment !== undefined) return wrong(inFragment, text)
  return { scheme, host, path, hasUser: cut >= 0, query, fragment }
}

function userError(user: string): string | undefined {
  return /[^A-Za-z\d\-._:~!$&'()*+,;=%@]/.test(user)
    ? 'net/url: invalid userinfo'
    : (badEscape(user.split(':')[0] ?? '') ?? badEscape(user))
}

/** What is no escape of a byte, in Go's words. */
export function badEscape(text: string): string | undefined {
  const bad = /%(?![\da-fA-F]{2}).{0,2}/s.exec(text)?.[0]
  return bad === undefined ? undefined : `invalid URL escape ${goQuoted(bad)}`
}
