import { bundle, publicKeys } from '../certificates.ts'
import { admissionConfigProblem } from '../configs/admission-config.ts'
import { authenticationConfigProblem } from '../configs/authentication-config.ts'
import { encryptionConfigProblem } from '../configs/encryption-config.ts'
import { kubeconfig } from '../configs/kubeconfig.ts'
import { withEmulated } from '../emulation.ts'
import { type Files, opens, readFile } from '../files.ts'
import { behind, fails, inTurn, type Outcome } from '../judged.ts'
import type { Options } from '../options.ts'
import { serving } from '../tls.ts'
import { auditConfig } from './audit.ts'
import { authorizationModes } from './authorization.ts'
import { oidcConfig } from './oidc.ts'
import { runtimeConfig } from './runtime-config.ts'
import { tokenFile } from './token-file.ts'

/** What kube-apiserver makes of files and settings when it puts its configuration together, in its order. */
export function config(options: Options, files: Files): Outcome {
  const named = (flag: string, step: (path: string) => Outcome) => () => {
    const path = options.text(flag)
    return path === '' ? undefined : step(path)
  }
  return inTurn([
    () => serving(options, files),
    () => requestLimits(options),
    () => runtimeConfig(options),
    named('egress-selector-config-file', path => connections(files, path)),
    named('tracing-config-file', path =>
      behind(
        `failed to read tracing config: unable to read tracing configuration from "${path}": `,
        opens(files, path, 'tracing-config-file') ?? {
          undecided: `what ${path} says of tracing is not known here yet`,
        },
      ),
    ),
    named('encryption-provider-config', path => {
      const reloads = options.bool('encryption-provider-config-automatic-reload')
      return withEmulated(options, ({ gates }) => encryptionConfigProblem(files, path, reloads, gates.isOn('KMSv1')))
    }),
    named('client-ca-file', path => bundle(files, path, 'client-ca-bundle', 'client-ca-file')),
    named('authentication-config', path => authenticationConfigProblem(files, path, options.changed('anonymous-auth'))),
    named('oidc-ca-file', path =>
      options.text('authentication-config') === '' ? opens(files, path, 'oidc-ca-file') : undefined,
    ),
    () => oidcConfig(options),
    named('requestheader-client-ca-file', path =>
      bundle(files, path, 'request-header', 'requestheader-client-ca-file'),
    ),
    () =>
      inTurn(
        options.list('service-account-key-file').map(path => () => publicKeys(files, path, 'service-account-key-file')),
      ),
    named('token-auth-file', path => tokenFile(files, path)),
    named('authentication-token-webhook-config-file', path =>
      kubeconfig(files, path, 'authentication-token-webhook-config-file'),
    ),
    () => behind('invalid authorization config: ', authorizers(options, files)),
    () => auditConfig(options, files),
    () => admissionConfigProblem(files, options.text('admission-control-config-file'), pluginsOn(options)),
  ])
}

function requestLimits(options: Options): Outcome {
  const [reading, writing] = ['max-requests-inflight', 'max-mutating-requests-inflight'] as const
  const [first, second] = [options.whole(reading), options.whole(writing)]
  if (!options.bool('enable-priority-and-fairness') || first + second > 0n) return undefined
  return fails(
    `invalid configuration: MaxRequestsInFlight=${first} and MaxMutatingRequestsInFlight=${second}; they must add up to something positive`,
    reading,
  )
}

function connections(files: Files, path: string): Outcome {
  const flag = 'egress-selector-config-file'
  const file = readFile(files, path)
  if ('undecided' in file) return file
  const before = `failed to read egress selector config: unable to read egress selector configuration from "${path}"`
  if ('error' in file) return fails(`${before} [${file.error}]`, flag)
  return { undecided: `what ${path} says of connections is not known here yet` }
}

function authorizers(options: Options, files: Files): Outcome {
  if (options.text('authorization-config') !== '') return undefined
  return inTurn(
    authorizationModes(options).map(mode => () => {
      if (mode === 'ABAC') return opens(files, options.text('authorization-policy-file'), 'authorization-policy-file')
      const flag = 'authorization-webhook-config-file'
      return mode === 'Webhook' ? kubeconfig(files, options.text(flag), flag) : undefined
    }),
  )
}

/** Off unless it is asked for; everything else with a configuration is on by itself. */
const offByItself = ['ImagePolicyWebhook', 'PodNodeSelector', 'PodTolerationRestriction', 'EventRateLimit']

function pluginsOn(options: Options): (plugin: string) => boolean {
  if (options.changed('admission-control')) {
    const only = options.list('admission-control')
    return plugin => only.includes(plugin)
  }
  const [on, off] = [options.list('enable-admission-plugins'), options.list('disable-admission-plugins')]
  return plugin => on.includes(plugin) || (!offByItself.includes(plugin) && !off.includes(plugin))
}
