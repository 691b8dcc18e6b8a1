import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { type FileSeen, type Files, readFile } from './files.ts'
import { fails, type Outcome } from './judged.ts'
import type { Options } from './options.ts'

/** The types of the PEM blocks of a file. Only what they are called is looked at, not what they hold. */
function blocksOf(seen: FileSeen): readonly string[] {
  if (seen.is === 'pem') return seen.blocks
  if (seen.is !== 'file') return []
  return [...seen.text.matchAll(/^-----BEGIN ([^\n-]+)-----\s*$/gm)].map(([, type = '']) => type)
}

const isPrivate = (block: string) => block === 'PRIVATE KEY' || block.endsWith(' PRIVATE KEY')

/** A bundle of certificates that others are checked against. */
export function bundle(files: Files, path: string, purpose: string, flag: string): Outcome {
  const read = readFile(files, path)
  if ('undecided' in read) return read
  if ('error' in read) return fails(read.error, flag)
  const name = goQuoted(`${purpose}::${path}`)
  if (read.text === '') return fails(`missing content for CA bundle ${name}`, flag)
  if (blocksOf(read.seen).includes('CERTIFICATE')) return undefined
  const why = 'data does not contain any valid RSA or ECDSA certificates'
  return fails(`error loading CA bundle for ${name}: ${why}`, flag)
}

/** The certificate that a server shows, and its key. */
export function servingPair(files: Files, options: Options): Outcome {
  const [certFlag, keyFlag] = ['tls-cert-file', 'tls-private-key-file']
  const [cert, key] = [options.text(certFlag), options.text(keyFlag)]
  if (cert === '' && key === '') return undefined
  if (cert === '' || key === '') return fails('missing filename for serving cert', cert === '' ? keyFlag : certFlag)
  return keyPair(files, cert, key, 'serving-cert', [certFlag, keyFlag])
}

/** More pairs, by the name that a client asks for. */
export function sniPairs(files: Files, options: Options): Outcome {
  for (const written of options.list('tls-sni-cert-key')) {
    const [cert = '', key = ''] = (written.split(':')[0] ?? '').split(',').map(path => path.trim())
    const flag = 'tls-sni-cert-key'
    const pair = cert === '' || key === '' ? fails('missing filename for serving cert', flag) : undefined
    const outcome = pair ?? keyPair(files, cert, key, 'sni-serving-cert', [flag, flag])
    if (!outcome || 'undecided' in outcome) {
      if (outcome) return outcome
      continue
    }
    return fails(`failed to load SNI cert and key: ${outcome.problems[0]?.words ?? ''}`, flag)
  }
  return undefined
}

function keyPair(
  files: Files,
  cert: string,
  key: string,
  purpose: string,
  [certFlag, keyFlag]: readonly [string, string] | readonly string[],
): Outcome {
  const certificate = readFile(files, cert)
  if ('undecided' in certificate) return certificate
  if ('error' in certificate) return fails(certificate.error, certFlag)
  const secret = readFile(files, key)
  if ('undecided' in secret) return secret
  if ('error' in secret) return fails(secret.error, keyFlag)
  if (certificate.text === '' || secret.text === '')
    return fails(`missing content for serving cert ${goQuoted(`${purpose}::${cert}::${key}`)}`, certFlag)
  const words = certificateProblem(blocksOf(certificate.seen))
  if (words) return fails(words, certFlag)
  const wrongKey = keyProblem(blocksOf(secret.seen))
  if (wrongKey) return fails(wrongKey, keyFlag)
  const [one, other] = [certificate.seen, secret.seen]
  if (one.is === 'pem' && other.is === 'pem')
    return one.pair === other.pair ? undefined : fails('tls: private key does not match public key', keyFlag)
  return undefined
}

function certificateProblem(blocks: readonly string[]): string | undefined {
  if (blocks.includes('CERTIFICATE')) return undefined
  if (blocks.length === 0) return 'tls: failed to find any PEM data in certificate input'
  if (blocks.length === 1 && isPrivate(blocks[0] ?? ''))
    return 'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched'
  return `tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [${blocks.join(' ')}]`
}

function keyProblem(blocks: readonly string[]): string | undefined {
  if (blocks.some(isPrivate)) return undefined
  if (blocks.length === 0) return 'tls: failed to find any PEM data in key input'
  if (blocks.length === 1 && blocks[0] === 'CERTIFICATE')
    return 'tls: found a certificate rather than a key in the PEM for the private key'
  return `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input after skipping PEM blocks of the following types: [${blocks.join(' ')}]`
}

/** A key that tokens are signed with. */
export function signingKey(files: Files, path: string, flag: string): Outcome {
  const read = readFile(files, path)
  if ('undecided' in read) return read
  if ('error' in read) return fails(read.error, flag)
  if (blocksOf(read.seen).some(isPrivate)) return undefined
  return fails(`error reading private key file ${path}: data does not contain a valid RSA or ECDSA private key`, flag)
}

/** Keys that tokens are checked with; those of private keys and certificates count. */
export function publicKeys(files: Files, path: string, flag: string): Outcome {
  const read = readFile(files, path)
  if ('undecided' in read) return read
  if ('error' in read) return fails(read.error, flag)
  const isKey = (block: string) => isPrivate(block) || /^(RSA )?PUBLIC KEY$|^CERTIFICATE$/.test(block)
  if (blocksOf(read.seen).some(isKey)) return undefined
  const why = 'data does not contain any valid RSA or ECDSA public keys'
  return fails(`error reading public key file ${path}: ${why}`, flag)
}
