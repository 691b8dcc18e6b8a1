import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { servingPair, sniPairs } from './certificates.ts'
import type { Files } from './files.ts'
import { fails, inTurn, type Outcome, type Problem } from './judged.ts'
import type { Options } from './options.ts'

/** What Go 1.25 offers, the weak ones too, with two older names that Kubernetes keeps. */
const cipherSuites = new Set([
  ...['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'],
  ...['ECDSA', 'RSA'].flatMap(key =>
    [
      'AES_128_CBC_SHA',
      'AES_256_CBC_SHA',
      'AES_128_GCM_SHA256',
      'AES_256_GCM_SHA384',
      'CHACHA20_POLY1305_SHA256',
      'CHACHA20_POLY1305',
      'RC4_128_SHA',
      'AES_128_CBC_SHA256',
    ].map(rest => `TLS_ECDHE_${key}_WITH_${rest}`),
  ),
  'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA',
  ...[
    'RC4_128_SHA',
    '3DES_EDE_CBC_SHA',
    'AES_128_CBC_SHA',
    'AES_256_CBC_SHA',
    'AES_128_CBC_SHA256',
    'AES_128_GCM_SHA256',
    'AES_256_GCM_SHA384',
  ].map(rest => `TLS_RSA_WITH_${rest}`),
])
const versions = new Set(['VersionTLS10', 'VersionTLS11', 'VersionTLS12', 'VersionTLS13'])
const neededByHttp2 = ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256']

/** `canBeOff`: 0 turns the port off. */
export function securePort(options: Options, canBeOff: boolean): readonly Problem[] {
  const flag = 'secure-port'
  const port = options.whole(flag)
  if (port <= 65535n && port >= (canBeOff ? 0n : 1n)) return []
  const range = canBeOff
    ? 'between 0 and 65535, inclusive. 0 for turning off secure port'
    : 'between 1 and 65535, inclusive. It cannot be turned off with 0'
  return [{ words: `--${flag} ${port} must be ${range}`, flag }]
}

/** Certificates, cipher suites and version, in the order in which a server takes them. */
export function serving(options: Options, files: Files): Outcome {
  const [suites, version] = ['tls-cipher-suites', 'tls-min-version']
  return inTurn([
    () => servingPair(files, options),
    () => {
      const unknown = options.list(suites).find(suite => !cipherSuites.has(suite))
      return unknown === undefined ? undefined : fails(`Cipher suite ${unknown} not supported or doesn't exist`, suites)
    },
    () => {
      const asked = options.text(version)
      return asked === '' || versions.has(asked) ? undefined : fails(`unknown tls version ${goQuoted(asked)}`, version)
    },
    () => sniPairs(files, options),
  ])
}

/** What HTTP/2 needs when the server begins to listen. */
export function http2Suites(options: Options): Outcome {
  const flag = 'tls-cipher-suites'
  const suites = options.list(flag)
  if (suites.length === 0 || options.bool('disable-http2-serving')) return undefined
  if (options.text('tls-min-version') === 'VersionTLS13' || neededByHttp2.some(it => suites.includes(it)))
    return undefined
  const needed = neededByHttp2.join(' or ')
  return fails(
    `error configuring http2: http2: TLSConfig.CipherSuites is missing an HTTP/2-required AES_128_GCM_SHA256 cipher (need at least one of ${needed})`,
    flag,
  )
}
