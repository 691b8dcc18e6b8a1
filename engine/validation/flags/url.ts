import { goQuoted } from '../kubernetes/go-print.ts'

/** What of a URL matters to flags, or what Go's `url.Parse` says of it. Only the common mistakes are known. */
export function readUrl(text: string): { readonly scheme: string } | { readonly error: string } {
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
  return { scheme: scheme.toLowerCase() }
}
