import type { Files } from '../files.ts'
import { opens } from '../files.ts'
import { behind, type Failure, fails, inTurn, type Outcome } from '../judged.ts'
import type { Options } from '../options.ts'
import { http2Suites } from '../tls.ts'

/** What can still go wrong between a configuration and a server that answers, apart from the storage itself. */
export function start(options: Options, files: Files): Outcome {
  return inTurn([
    () => storage(options, files),
    () => behind('problem initializing API group "": ', kubeletFiles(options, files)),
    () => http2Suites(options),
  ])
}

/** The way to etcd is prepared before anything is asked of it; the process ends with another code then. */
function storage(options: Options, files: Files): Outcome {
  const [ca, cert, key] = ['etcd-cafile', 'etcd-certfile', 'etcd-keyfile'] as const
  const [certPath, keyPath] = [options.text(cert), options.text(key)]
  const named = (flag: string) => () => {
    const path = options.text(flag)
    return path === '' ? undefined : opens(files, path, flag)
  }
  const outcome = inTurn([
    () =>
      (certPath === '') === (keyPath === '')
        ? undefined
        : fails(
            `KeyFile and CertFile must both be present[key: ${keyPath}, cert: ${certPath}]`,
            keyPath === '' ? cert : key,
          ),
    named(cert),
    named(key),
    named(ca),
  ])
  const told = behind('Error creating leases: error creating storage factory: ', outcome)
  return told && 'problems' in told ? ({ ...told, exitCode: 255 } satisfies Failure) : told
}

function kubeletFiles(options: Options, files: Files): Outcome {
  return inTurn(
    ['kubelet-certificate-authority', 'kubelet-client-certificate', 'kubelet-client-key'].map(flag => () => {
      const path = options.text(flag)
      return path === '' ? undefined : opens(files, path, flag)
    }),
  )
}
