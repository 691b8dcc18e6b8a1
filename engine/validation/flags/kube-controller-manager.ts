import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { argsStage, flagsStage, loggingStage, metricsProblems } from './common-stages.ts'
import { kubeconfig } from './configs/kubeconfig.ts'
import { delegatedAccess, requestHeaderProblems } from './delegated.ts'
import { type Emulated, emulationProblems, failureOf, readEmulated, withEmulated } from './emulation.ts'
import { type Files, opens } from './files.ts'
import { behind, gathered, inTurn, type Judged, type Outcome, type Problem } from './judged.ts'
import { controllerNames } from './kube-controller-manager-names.ts'
import type { Options } from './options.ts'
import { runStages } from './run-stages.ts'
import { kubeControllerManagerFlags } from './tables/kube-controller-manager.ts'
import { securePort, serving } from './tls.ts'

/** What kube-controller-manager v1.35 makes of its command line, as far as its configuration goes; it does not run. */
export function judgeControllerManager(words: readonly string[], files: Files): Judged {
  return runStages(words, kubeControllerManagerFlags, [
    ['flags', options => flagsStage(options)],
    ['args', options => argsStage('kube-controller-manager', options)],
    ['featureGates', options => failureOf(readEmulated(options))],
    ['logging', options => withEmulated(options, ({ gates }) => loggingStage(options, gates))],
    ['config', options => withEmulated(options, emulated => config(options, files, emulated))],
  ])
}

function config(options: Options, files: Files, emulated: Emulated): Outcome {
  return inTurn([
    () => gathered(problems(options, emulated)),
    () => kubeconfig(files, options.text('kubeconfig'), 'kubeconfig', options.text('master')),
    () => leaderMigration(options, files),
    () => serving(options, files),
    () => delegatedAccess(options, files),
  ])
}

/** In the order of the alphabet of the controllers, as they are validated. */
function problems(options: Options, emulated: Emulated): readonly Problem[] {
  const between = (flag: string, most: bigint): readonly Problem[] => {
    const value = options.whole(flag)
    if (value < 1n) return [{ words: `${flag} must not be less than 1, but got ${value}`, flag }]
    return value > most ? [{ words: `${flag} must not be more than ${most}, but got ${value}`, flag }] : []
  }
  const positive = (flag: string): readonly Problem[] => {
    const value = options.whole(flag)
    return value < 1n ? [{ words: `${flag} must be greater than 0, but got ${value}`, flag }] : []
  }
  return [
    ...generic(options),
    ...attachDetach(options),
    ...signing(options),
    ...taintEviction(options),
    ...positive('concurrent-statefulset-syncs'),
    ...between('concurrent-service-endpoint-syncs', 50n),
    ...between('max-endpoints-per-slice', 1000n),
    ...between('mirroring-concurrent-service-endpoint-syncs', 50n),
    ...between('mirroring-max-endpoints-per-subset', 1000n),
    ...positive('concurrent-ephemeralvolume-syncs'),
    ...positive('concurrent-horizontal-pod-autoscaler-syncs'),
    ...positive('concurrent-job-syncs'),
    ...positive('concurrent-cron-job-syncs'),
    ...addresses(options),
    ...securePort(options, false),
    ...requestHeaderProblems(options, emulated.gates),
    ...metricsProblems(options),
    ...emulationProblems(emulated),
  ]
}

function generic(options: Options): readonly Problem[] {
  const lock = 'leader-elect-resource-lock'
  const isOther = options.bool('leader-elect') && options.text(lock) !== 'leases'
  const flag = 'controllers'
  const unknown = options
    .list(flag)
    .filter(name => name !== '*')
    .map(name => name.replace(/^-/, ''))
    .filter(name => !controllerNames.has(name))
  return [
    ...(isOther ? [{ words: 'resourceLock value must be "leases"', flag: lock }] : []),
    ...unknown.map(name => ({ words: `${goQuoted(name)} is not in the list of known controllers`, flag })),
  ]
}

function attachDetach(options: Options): readonly Problem[] {
  const flag = 'attach-detach-reconcile-sync-period'
  const words =
    'duration time must be greater than one second as set via command line option reconcile-sync-loop-period'
  return options.whole(flag) < 1_000_000_000n ? [{ words, flag }] : []
}

function taintEviction(options: Options): readonly Problem[] {
  const flag = 'concurrent-device-taint-eviction-syncs'
  const value = options.whole(flag)
  return value > 0n ? [] : [{ words: `${flag} must be greater than zero, got ${value}`, flag }]
}

/** A change of who leads which controllers, where one is asked for. */
function leaderMigration(options: Options, files: Files): Outcome {
  const flag = 'leader-migration-config'
  const path = options.text(flag)
  if (!options.bool('enable-leader-migration') || path === '') return undefined
  const before = `unable to read leader migration configuration from "${path}": `
  return behind(before, opens(files, path, flag)) ?? { undecided: `what ${path} says of leaders is not known here yet` }
}

/** Certificates that sign others: one pair for all signers, or a pair for each. */
function signing(options: Options): readonly Problem[] {
  const signers = [
    ['cluster-signing-kubelet-serving', 'cluster-signing-kubelet-serving'],
    ['cluster-signing-kubelet-client', 'cluster-signing-kubelet-client'],
    ['cluster-signing-kube-apiserver', 'cluster-signing-kube-apiserver-client'],
    ['cluster-signing-legacy-unknown', 'cluster-signing-legacy-unknown'],
  ] as const
  const set = (flag: string) => options.text(flag) !== ''
  const halves = signers.flatMap(([shown, flag]) => {
    const [cert, key] = [set(`${flag}-cert-file`), set(`${flag}-key-file`)]
    const words = `"${shown}": cannot specify ${cert ? 'cert without key' : 'key without cert'}`
    return cert === key ? [] : [{ words, flag: `${flag}-${cert ? 'cert' : 'key'}-file` }]
  })
  const single = set('cluster-signing-cert-file') || set('cluster-signing-key-file')
  const own = signers.flatMap(([, flag]) => [`${flag}-cert-file`, `${flag}-key-file`]).find(flag => set(flag))
  const words =
    'cannot specify --cluster-signing-{cert,key}-file and other --cluster-signing-*-file flags at the same time'
  return single && own !== undefined ? [...halves, { words, flag: own }] : halves
}

function addresses(options: Options): readonly Problem[] {
  const [ranges, allocator] = ['service-cluster-ip-range', 'cidr-allocator-type']
  const problems: Problem[] = []
  if (options.text(ranges).split(',').length > 2)
    problems.push({ words: '--service-cluster-ip-range can not contain more than two entries', flag: ranges })
  const asked = options.text(allocator)
  if (asked !== 'RangeAllocator')
    problems.push({
      words: `built-in cloud providers are disabled. The ipam ${asked} is not available`,
      flag: allocator,
    })
  return problems
}
