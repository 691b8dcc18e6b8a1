import { metricsProblems } from '../common-stages.ts'
import { type Emulated, emulationProblems } from '../emulation.ts'
import type { Gates } from '../feature-gates/set-gates.ts'
import type { Files } from '../files.ts'
import { gathered, type Outcome, type Problem } from '../judged.ts'
import type { Options } from '../options.ts'
import { holdsPort } from '../port-range.ts'
import { securePort } from '../tls.ts'
import { admissionProblems } from './admission.ts'
import { auditProblems } from './audit.ts'
import { authenticationProblems } from './authentication.ts'
import { authorizationProblems } from './authorization.ts'
import { etcdProblems } from './etcd.ts'
import { genericProblems } from './generic.ts'
import { priorityProblems, runtimeConfigProblems } from './runtime-config.ts'
import { familyProblems, serviceRangeProblems, serviceRanges } from './service-ranges.ts'

/** Everything that kube-apiserver says of flags that do not go together, in its order. */
export function validate(options: Options, files: Files, emulated: Emulated): Outcome {
  const { gates } = emulated
  const authorization = authorizationProblems(options, files)
  if ('undecided' in authorization) return authorization
  const ranges = serviceRanges(options)
  return gathered([
    ...genericProblems(options),
    ...emulationProblems(emulated),
    ...forwardCompatibility(options, emulated),
    ...etcdProblems(options),
    ...priorityProblems(options),
    ...securePort(options, false),
    ...authenticationProblems(options, gates),
    ...authorization,
    ...auditProblems(options),
    ...admissionProblems(options),
    ...runtimeConfigProblems(options),
    ...tokenProblems(options),
    ...metricsProblems(options),
    ...peerProblems(options, gates),
    ...endpointProblems(options),
    ...('error' in ranges ? [] : serviceRangeProblems(options, ranges)),
    ...nodePortProblems(options),
    ...('error' in ranges ? [] : familyProblems(options, ranges)),
    ...countProblems(options),
  ])
}

function forwardCompatibility(options: Options, { minor }: Emulated): readonly Problem[] {
  const flags = [
    ['emulation-forward-compatible', 'EmulationForwardCompatible'],
    ['runtime-config-emulation-forward-compatible', 'RuntimeConfigEmulationForwardCompatible'],
  ] as const
  return flags.flatMap(([flag, field]) =>
    minor === 35 && options.bool(flag)
      ? [
          {
            words: `ServerRunOptions.${field} cannot be set to true if the emulation version is the same as the binary version`,
            flag,
          },
        ]
      : [],
  )
}

function tokenProblems(options: Options): readonly Problem[] {
  const key = 'service-account-signing-key-file'
  const hasIssuer = (options.list('service-account-issuer')[0] ?? '') !== ''
  const hasSigner = options.text(key) !== '' || options.text('service-account-signing-endpoint') !== ''
  const isAsked = options.text(key) !== '' || hasIssuer || options.list('api-audiences').length > 0
  if (!isAsked) return [{ words: `--${key} and --service-account-issuer are required flags`, flag: key }]
  const words = `--${key}, --service-account-issuer, and --api-audiences should be specified together`
  return hasIssuer && hasSigner ? [] : [{ words, flag: hasIssuer ? key : 'service-account-issuer' }]
}

function peerProblems(options: Options, gates: Gates): readonly Problem[] {
  const gate = 'UnknownVersionInteroperabilityProxy'
  if (gates.isOn(gate))
    return gates.isOn('StorageVersionAPI')
      ? []
      : [{ words: `${gate} feature requires StorageVersionAPI feature flag to be enabled`, flag: 'feature-gates' }]
  return ['peer-ca-file', 'peer-advertise-ip', 'peer-advertise-port'].flatMap(flag =>
    options.text(flag) === '' ? [] : [{ words: `--${flag} requires ${gate} feature to be turned on`, flag }],
  )
}

function endpointProblems(options: Options): readonly Problem[] {
  const flag = 'service-account-signing-endpoint'
  if (options.text(flag) === '') return []
  const keys =
    options.text('service-account-signing-key-file') !== '' || options.list('service-account-key-file').length > 0
  const words = `can't set \`--service-account-signing-key-file\` and/or \`--service-account-key-file\` with \`--${flag}\` (They are mutually exclusive)`
  return keys ? [{ words, flag }] : []
}

function nodePortProblems(options: Options): readonly Problem[] {
  const flag = 'kubernetes-service-node-port'
  const [port, range] = [options.whole(flag), options.text('service-node-port-range')]
  const problems: Problem[] = []
  if (port < 0n || port > 65535n) {
    const words = `--${flag} ${port} must be between 0 and 65535, inclusive. If 0, the Kubernetes master service will be of type ClusterIP`
    problems.push({ words, flag })
  }
  if (port > 0n && !holdsPort(range, port))
    problems.push({ words: `kubernetes service node port range ${range} doesn't contain ${port}`, flag })
  return problems
}

function countProblems(options: Options): readonly Problem[] {
  const flag = 'apiserver-count'
  const count = options.whole(flag)
  const words = `--${flag} should be a positive number, but value '${count}' provided`
  return count > 0n ? [] : [{ words, flag }]
}
