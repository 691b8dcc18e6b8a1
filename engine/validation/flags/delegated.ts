import { bundle } from './certificates.ts'
import { kubeconfig } from './configs/kubeconfig.ts'
import type { Gates } from './feature-gates/set-gates.ts'
import type { Files } from './files.ts'
import { behind, inTurn, type Outcome, type Problem } from './judged.ts'
import type { Options } from './options.ts'

const headers = [
  'requestheader-username-headers',
  'requestheader-group-headers',
  'requestheader-extra-headers-prefix',
  'requestheader-allowed-names',
] as const

/** What may not be empty among the headers that a proxy in front of the server sets. */
export function requestHeaderProblems(options: Options, gates: Gates): readonly Problem[] {
  const empty = (flag: string) =>
    options.list(flag).some(name => name.trim() === '') ? [{ words: `empty value in "${flag}"`, flag }] : []
  const flag = 'requestheader-uid-headers'
  const names = options.list(flag)
  const problems = headers.flatMap(empty)
  if (!gates.isOn('RemoteRequestHeaderUID')) {
    const words = `--${flag} requires the "RemoteRequestHeaderUID" feature to be enabled`
    return names.length > 0 ? [...problems, { words, flag }] : problems
  }
  const isStandard = names.some(name => name.toLowerCase() === 'x-remote-uid')
  const words = `--${flag} is set without specifying the standard X-Remote-Uid header - API aggregation will not work`
  return [...problems, ...empty(flag), ...(names.length > 0 && !isStandard ? [{ words, flag }] : [])]
}

/** How a controller manager or a scheduler asks the API server who may ask it something. */
export function delegatedAccess(options: Options, files: Files): Outcome {
  if (options.whole('secure-port') === 0n) return undefined
  const looksUp = !options.bool('authentication-skip-lookup')
  const file = options.text('authentication-kubeconfig')
  const clientFlag = 'client-ca-file'
  const headerFlag = 'requestheader-client-ca-file'
  const optional = (path: string, flag: string): Outcome => (path === '' ? undefined : kubeconfig(files, path, flag))
  const named = 'failed to get delegated authentication kubeconfig: '
  return inTurn([
    () => behind(`${named}${named}`, optional(file, 'authentication-kubeconfig')),
    () => {
      const path = options.text(clientFlag)
      if (path === '') return undefined
      return behind('unable to load client CA provider: ', bundle(files, path, 'client-ca-bundle', clientFlag))
    },
    () => {
      const path = options.text(headerFlag)
      const before = 'unable to create request header authentication config: '
      if (path !== '') return behind(before, bundle(files, path, 'request-header', headerFlag))
      const isFatal = looksUp && file !== '' && !options.bool('authentication-tolerate-lookup-failure')
      return isFatal
        ? { undecided: 'what the API server answers to the look-up of its front proxy is not known' }
        : undefined
    },
    () =>
      behind(
        'failed to get delegated authorization kubeconfig: ',
        optional(options.text('authorization-kubeconfig'), 'authorization-kubeconfig'),
      ),
  ])
}
