import type { Decoded } from '../../kubernetes/decode.ts'
import { anything, bool, float, int32, int64, list, pointer, struct, text } from '../../kubernetes/decode-types.ts'
import { duration } from '../../kubernetes/decode-values.ts'
import { durationText } from '../../kubernetes/duration.ts'
import { duplicate, type FieldError, inJson, invalid, required } from '../../kubernetes/field-error.ts'
import { at } from '../../kubernetes/field-path.ts'
import { typeMeta } from '../../kubernetes/metadata-type.ts'
import { type Files, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'
import type { Options } from '../options.ts'
import { readConfig } from './config-document.ts'

export interface SchedulerConfig {
  readonly kubeconfig: string
}

const flag = 'config'
const election = struct('v1alpha1.LeaderElectionConfiguration', {
  leaderElect: pointer(bool),
  leaseDuration: duration,
  renewDeadline: duration,
  retryPeriod: duration,
  resourceLock: text(),
  resourceName: text(),
  resourceNamespace: text(),
})
const connection = struct('v1alpha1.ClientConnectionConfiguration', {
  kubeconfig: text(),
  acceptContentTypes: text(),
  contentType: text(),
  qps: float('float32'),
  burst: int32,
})
const profile = struct('v1.KubeSchedulerProfile', {
  schedulerName: pointer(text()),
  percentageOfNodesToScore: pointer(int32),
  plugins: anything,
  pluginConfig: anything,
})
type Profile = Decoded<typeof profile>
const configuration = struct('v1.KubeSchedulerConfiguration', {
  ...typeMeta,
  parallelism: pointer(int32),
  leaderElection: election,
  clientConnection: connection,
  enableProfiling: pointer(bool),
  enableContentionProfiling: pointer(bool),
  percentageOfNodesToScore: pointer(int32),
  podInitialBackoffSeconds: pointer(int64),
  podMaxBackoffSeconds: pointer(int64),
  profiles: list(profile),
  extenders: anything,
  delayCacheUntilActive: bool,
})
const kind = {
  kind: 'KubeSchedulerConfiguration',
  versions: ['kubescheduler.config.k8s.io/v1'],
  scheme: 'pkg/scheduler/apis/config/scheme/scheme.go:29',
  type: configuration,
}

/**
 * Reads the file that `--config` names as the scheduler does. Types of values, plugins and extenders are not looked at.
 * The flags of leader election stand above the file's.
 */
export function readSchedulerConfig(path: string, options: Options, files: Files): SchedulerConfig | Outcome {
  const file = readFile(files, path)
  if ('undecided' in file) return file
  if ('error' in file) return fails(file.error, flag)
  const read = readConfig(file.text ?? '', kind)
  if ('error' in read) return fails(read.error, flag)
  if (read.strictError !== undefined) return fails(read.strictError, flag)
  const errors = [...leaderErrors(options), ...configErrors(read.value)].map(({ message }) => message)
  if (errors.length > 0) return { problems: errors.map(words => ({ words, flag })), isAggregate: true }
  return { kubeconfig: read.value.clientConnection.kubeconfig }
}

function leaderErrors(options: Options): readonly FieldError[] {
  if (!options.bool('leader-elect')) return []
  const time = (name: string) => options.whole(`leader-elect-${name}`)
  const place = (field: string) => at('leaderElection', field)
  const [lease, renew, retry] = [time('lease-duration'), time('renew-deadline'), time('retry-period')]
  const tooShort = (field: string, value: bigint) =>
    value <= 0n ? [invalid(place(field), inJson(durationText(value)), 'must be greater than zero')] : []
  return [
    ...tooShort('leaseDuration', lease),
    ...tooShort('renewDeadline', renew),
    ...tooShort('retryPeriod', retry),
    ...(lease <= renew
      ? [invalid(place('leaseDuration'), inJson(durationText(renew)), 'must be greater than `RenewDeadline`')]
      : []),
    ...(['resource-lock', 'resource-namespace', 'resource-name'] as const).flatMap(name => {
      const field = name.replace(/-(.)/, (_, letter: string) => letter.toUpperCase())
      return options.text(`leader-elect-${name}`) === '' ? [required(place(field))] : []
    }),
  ]
}

function configErrors(config: Decoded<typeof configuration>): readonly FieldError[] {
  const errors: FieldError[] = []
  const parallelism = config.parallelism ?? 16
  if (parallelism <= 0)
    errors.push(invalid(at('parallelism'), parallelism, 'should be an integer value greater than zero'))
  errors.push(...profileErrors(config.profiles))
  const share = config.percentageOfNodesToScore ?? 0
  if (share < 0 || share > 100)
    errors.push(invalid(at('percentageOfNodesToScore'), share, 'not in valid range [0-100]'))
  const [first, most] = [config.podInitialBackoffSeconds ?? 1n, config.podMaxBackoffSeconds ?? 10n]
  if (first <= 0n) errors.push(invalid(at('podInitialBackoffSeconds'), first, 'must be greater than 0'))
  if (most < first)
    errors.push(invalid(at('podMaxBackoffSeconds'), most, 'must be greater than or equal to PodInitialBackoffSeconds'))
  return errors
}

function profileErrors(profiles: readonly Profile[]): readonly FieldError[] {
  const seen = new Set<string>()
  return profiles.flatMap(({ schedulerName }, index) => {
    const name = schedulerName ?? (profiles.length === 1 ? 'default-scheduler' : '')
    const place = at('profiles', index, 'schedulerName')
    if (name === '') return [required(place)]
    // Kubernetes prints the other profile's place here, which comes out as an empty object.
    if (seen.has(name)) return [duplicate(place, inJson({}))]
    seen.add(name)
    return []
  })
}
