import { goQuoted } from '../../yaml/go/go-quoted.ts'

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

/** Reads a URL, or tells what Go's `url.Parse` says of it. Only the common mistakes are known. */
export function readUrl(text: string): Url | { readonly error: string } {
  const wrong = (why: string) => ({ error: `parse ${goQuoted(text)}: ${why}` })
  if ([...text].some(it => it < ' ' || it === '\x7f')) return wrong('net/url: invalid control character in URL')
  if (text.startsWith(':')) return wrong('missing protocol scheme')
  const [, scheme = '', rest = text] = /^([A-Za-z][A-Za-z\d+.-]*):(.*)$/s.exec(text) ?? []
  const authority = /^\/\/([^/?#]*)/.exec(rest)?.[1]
  if (authority !== undefined) {
    const host = authority.slice(authority.lastIndexOf('@') + 1)
    if (/[ <>"]/.test(host)) return wrong(`invalid character ${goQuoted(/[ <>"]/.exec(host)?.[0] ?? '')} in host name`)
    const port = host.startsWith('[') ? /\](.*)$/.exec(host)?.[1] : /(:[^:]*)$/.exec(host)?.[1]
    if (host.startsWith('[') && port === undefined) return wrong("missing ']' in host")
    if (port && !/^:\d*$/.test(port)) return wrong(`invalid port ${goQuoted(port)} after host`)
  }
  const bad = /%(?![\da-fA-F]{2}).{0,2}/.exec(rest)?.[0]
  if (bad !== undefined) return wrong(`invalid URL escape ${goQuoted(bad)}`)
  const first = rest.split('/')[0] ?? ''
  if (scheme === '' && first.includes(':')) return wrong('first path segment in URL cannot contain colon')
  const [, beforeHash = '', fragment = ''] = /^([^#]*)#?(.*)$/s.exec(rest) ?? []
  const [, place = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(beforeHash) ?? []
  const shown = authority ?? ''
  return {
    scheme: scheme.toLowerCase(),
    host: shown.slice(shown.lastIndexOf('@') + 1),
    path: authority === undefined ? place : place.slice(2 + shown.length),
    hasUser: shown.includes('@'),
    query,
    fragment,
  }
}
