import { readAddress, shownAddress } from '../../network-policy/address.ts'

/** Where a request says that it comes from: two headers that proxies set, and the connection's other end. */
export interface Origin {
  readonly forwardedFor?: string | undefined
  readonly realIp?: string | undefined
  readonly peer: string
}

/**
 * The `sourceIPs` of an event: all addresses of `X-Forwarded-For`, that of `X-Real-Ip` unless it is among them, and the
 * peer's unless it is the last one already. Anybody can send the headers; only the peer is sure.
 */
export function sourceAddresses({ forwardedFor = '', realIp = '', peer }: Origin): readonly string[] {
  const found = forwardedFor.split(',').flatMap(shown)
  const [real] = shown(realIp)
  if (real !== undefined && !found.includes(real)) found.push(real)
  const [last] = shown(peer)
  return last === undefined || found.at(-1) === last ? found : [...found, last]
}

function shown(text: string): string[] {
  const address = readAddress(text.trim())
  return address ? [shownAddress(address)] : []
}
