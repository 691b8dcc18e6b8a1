import { signingKey } from '../certificates.ts'
import type { Files } from '../files.ts'
import { readAtoi } from '../go-number.ts'
import { behind, fails, inTurn, type Outcome } from '../judged.ts'
import type { Options } from '../options.ts'
import { serviceRanges } from './service-ranges.ts'

const hour = 3_600_000_000_000n
const mostSeconds = 1n << 32n

/** What follows from the flags before they are validated. */
export function complete(options: Options, files: Files): Outcome {
  return inTurn([() => ranges(options), () => tokens(options, files), () => watchCache(options)])
}

function ranges(options: Options): Outcome {
  const read = serviceRanges(options)
  return 'error' in read ? fails(read.error, 'service-cluster-ip-range') : undefined
}

/** Tokens of ServiceAccounts: how long they last, and who signs them. */
function tokens(options: Options, files: Files): Outcome {
  const [longest, key, endpoint] = [
    'service-account-max-token-expiration',
    'service-account-signing-key-file',
    'service-account-signing-endpoint',
  ] as const
  const most = options.whole(longest)
  if (most !== 0n && (most < hour || most > mostSeconds * 1_000_000_000n))
    return fails('the service-account-max-token-expiration must be between 1 hour and 2^32 seconds', longest)
  if ((options.list('service-account-issuer')[0] ?? '') === '') return undefined
  const [keyFile, socket] = [options.text(key), options.text(endpoint)]
  if (keyFile !== '' && socket !== '')
    return fails(`${key} and ${endpoint} are mutually exclusive and cannot be set at the same time`, endpoint)
  if (keyFile !== '')
    return behind('failed to parse service-account-issuer-key-file: ', signingKey(files, keyFile, key))
  return socket === '' ? undefined : { undecided: `what answers at ${socket} is not known` }
}

function watchCache(options: Options): Outcome {
  const flag = 'watch-cache-sizes'
  if (!options.bool('watch-cache')) return undefined
  for (const written of options.list(flag)) {
    const [, size, ...more] = written.split('#')
    if (size === undefined || more.length > 0) return fails(`invalid value of watch cache size: ${written}`, flag)
    const read = readAtoi(size)
    if ('error' in read) return fails(`invalid size of watch cache size: ${written}`, flag)
    if (read.value < 0) return fails(`watch cache size cannot be negative: ${written}`, flag)
  }
  return undefined
}
