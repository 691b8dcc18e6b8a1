import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'
import { readUrl } from '../url.ts'
import { type Connection, connectionOf } from './kubeconfig.ts'

/** What a component says when it makes a client of a webhook with a kubeconfig. `flag` is the one to blame. */
export function webhookClient(files: Files, path: string, flag: string): Outcome {
  const found = connectionOf(files, path, flag)
  if (!found || !('cluster' in found)) return found
  const url = serverUrl(found.cluster.server, flag)
  if ('problems' in url) return url
  return url.isSecure ? tls(found, files, flag) : undefined
}

function serverUrl(server: string, flag: string): { readonly isSecure: boolean } | ReturnType<typeof fails> {
  const url = readUrl(server)
  if ('scheme' in url && url.scheme !== '' && url.host !== '') return { isSecure: url.scheme === 'https' }
  // What is no URL is taken for a name and a port.
  const guessed = readUrl(`http://${server}`)
  if ('error' in guessed) return fails(guessed.error, flag)
  const isBare = guessed.path === '' || guessed.path === '/'
  return isBare ? { isSecure: false } : fails(`host must be a URL or a host:port pair: ${goQuoted(server)}`, flag)
}

function tls({ cluster, user }: Connection, files: Files, flag: string): Outcome {
  const token = user.token === '' && user.tokenFile !== '' ? readFile(files, user.tokenFile) : undefined
  if (token && 'error' in token) return fails(token.error, flag)
  const [authority, data] = [cluster['certificate-authority'], cluster['certificate-authority-data'] ?? '']
  if (cluster['insecure-skip-tls-verify'] && (authority !== '' || data !== ''))
    return fails('specifying a root certificates file with the insecure flag is not allowed', flag)
  const bundle = data === '' && authority !== '' ? readFile(files, authority) : undefined
  if (bundle && 'undecided' in bundle) return bundle
  if (bundle && 'error' in bundle) return fails(bundle.error, flag)
  const why = bundle
    ? bundleError(bundle.seen.is === 'pem' ? bundle.seen.blocks : blocksIn(bundle.text ?? ''))
    : undefined
  return why === undefined || bundle?.text === '' ? undefined : fails(`unable to load root certificates: ${why}`, flag)
}

function bundleError(blocks: readonly string[]): string | undefined {
  if (blocks.includes('CERTIFICATE')) return undefined
  return blocks.length === 0 ? 'unable to parse bytes as PEM block' : 'no valid certificate authority data seen'
}

function blocksIn(text: string): readonly string[] {
  return [...text.matchAll(/^-----BEGIN ([^\n-]+)-----\s*$/gm)].map(([, type = '']) => type)
}
