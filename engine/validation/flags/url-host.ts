import { goQuoted } from '../../yaml/go/go-quoted.ts'

/** What is wrong with the host of a URL, in the words of Go's `url.Parse`. */
export function hostError(host: string): string | undefined {
  const opening = host.lastIndexOf('[')
  if (opening > 0) return 'invalid IP-literal'
  if (opening === 0) {
    const closing = host.lastIndexOf(']')
    return closing < 0 ? "missing ']' in host" : (portError(host.slice(closing + 1)) ?? nameError(host))
  }
  // Only the last colon counts: Kubernetes 1.35 keeps to what Go 1.25 does, and later Go is stricter.
  const colon = host.lastIndexOf(':')
  return (colon < 0 ? undefined : portError(host.slice(colon))) ?? nameError(host)
}

function portError(port: string): string | undefined {
  return port === '' || /^:\d*$/.test(port) ? undefined : `invalid port ${goQuoted(port)} after host`
}

/** The first sign that no host has, or that is escaped without need. */
function nameError(host: string): string | undefined {
  for (const [found] of host.matchAll(/%.{0,2}|[ -~]/gs)) {
    if (found.startsWith('%')) {
      const isEscape = /^%[\da-fA-F]{2}$/.test(found)
      if (!isEscape || (/^%[0-7]/.test(found) && found !== '%25')) return `invalid URL escape ${goQuoted(found)}`
    } else if (!/[A-Za-z\d!$&'()*+,;=:[\]<>"\-._~]/.test(found))
      return `invalid character ${goQuoted(found)} in host name`
  }
  return undefined
}
