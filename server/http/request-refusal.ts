import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'

/** Why a request is turned away before anything else looks at it. */
export interface RequestRefusal {
  readonly status: 400 | 403 | 405 | 411 | 413 | 421
  readonly say: string
}

export interface AllowedHosts {
  /** Names besides `localhost` and IP addresses: the machine's own and those of `BREAKWATER_HOSTS`. */
  readonly names: ReadonlySet<string>
}

/** What is looked at of a request; `IncomingMessage` is one. */
interface Asked {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: IncomingHttpHeaders
}

/** What a request may ask for. Next throws at TRACE; nothing here answers to what is left out. */
export const allowedMethods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** The largest body, in bytes: a file of the editor with room for how it is wrapped. */
const bodyAtMost = 3 * 1024 * 1024

/**
 * Holds for every route: the Host is one of ours (a page of another name that resolves here is somebody else's),
 * its method is known, its address can be decoded, a write comes from our own pages, and a body says its size and
 * keeps within the limit.
 */
export function requestRefusal(
  { method = 'GET', url = '/', headers }: Asked,
  allowed: AllowedHosts,
): RequestRefusal | undefined {
  if (!hostIsAllowed(headers.host, allowed))
    return {
      status: 421,
      say: 'This server does not answer to that name. Use localhost, or add the name to BREAKWATER_HOSTS.',
    }
  if (!allowedMethods.includes(method)) return { status: 405, say: `Nothing here answers to ${method}.` }
  if (!isDecodable(url))
    return { status: 400, say: 'This address cannot be read: what follows a “%” in it is no text.' }
  if (method !== 'GET' && method !== 'HEAD' && isForeign(headers.origin, headers.host, headers['sec-fetch-site']))
    return { status: 403, say: 'This was sent from a page of another site, so it was not done.' }
  if (headers['transfer-encoding'] !== undefined)
    return { status: 411, say: 'A request with a body has to say its size (Content-Length).' }
  if (Number(headers['content-length'] ?? 0) > bodyAtMost)
    return { status: 413, say: 'This is larger than 3 MiB, so it was not taken.' }
  return undefined
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** `host:port`, `[address]:port`, or without a port. */
function hostIsAllowed(header: string | undefined, { names }: AllowedHosts): boolean {
  const parts = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::\d{1,5})?$/.exec(header ?? '')
  if (parts === null) return false
  const [, six, other = ''] = parts
  if (six !== undefined) return isIP(six) === 6
  const name = other.toLowerCase().replace(/\.$/, '')
  return name === 'localhost' || isIP(name) === 4 || names.has(name)
}

/** Browsers send Origin with every write; programs that send none are not lured by a page. */
function isForeign(origin: string | undefined, host: string | undefined, site: string | string[] | undefined): boolean {
  if (origin === undefined) return site === 'cross-site'
  if (!URL.canParse(origin)) return true
  const { protocol, host: from } = new URL(origin)
  if (protocol !== 'http:' && protocol !== 'https:') return true
  return withoutDefaultPort(from) !== withoutDefaultPort(host?.toLowerCase() ?? '')
}

const withoutDefaultPort = (host: string) => host.replace(/:(?:80|443)$/, '')

/** The names of `BREAKWATER_HOSTS`, parted by commas or blanks, and the machine's own. */
export function allowedHosts(setting: string | undefined, machine: string): AllowedHosts {
  const own = machine.toLowerCase()
  const listed = (setting ?? '').toLowerCase().split(/[\s,]+/)
  return { names: new Set([own, `${own}.local`, ...listed].filter(name => name !== '')) }
}
