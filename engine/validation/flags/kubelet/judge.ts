import { labelValueErrors, qualifiedNameErrors } from '../../kubernetes/names.ts'
import { flagsStage } from '../common-stages.ts'
import { setGates } from '../feature-gates/set-gates.ts'
import type { Files } from '../files.ts'
import { behind, fails, type Judged, type Outcome } from '../judged.ts'
import type { Options } from '../options.ts'
import { kubernetesVersion } from '../reported-version.ts'
import { runStages } from '../run-stages.ts'
import { kubeletFlags } from '../tables/kubelet.ts'
import { configFile, dropIns } from './config-file.ts'
import { kubeletGates } from './gates.ts'
import { validateConfig } from './validate-config.ts'

/** What the kubelet v1.35 makes of its command line and configuration, until it would run. */
export function judgeKubelet(words: readonly string[], files: Files): Judged {
  return runStages(words, kubeletFlags, [
    ['flags', options => flagsStage(options, 'failed to parse kubelet flag: ')],
    ['args', ({ parsed }) => argument(parsed.rest[0]?.text)],
    ['featureGates', options => gates(options)],
    ['validateFlags', options => behind('failed to validate kubelet flags: ', nodeLabels(options))],
    ['loadConfig', options => configFile(options, files).outcome],
    ['configDir', options => dropIns(options, files).outcome],
    ['validateConfig', options => validateConfig(options, files)],
  ])
}

function argument(first: string | undefined): Outcome {
  return first === undefined ? undefined : fails(`unknown command ${first}`)
}

function gates(options: Options): Outcome {
  const set = setGates(kubeletGates(options.map('feature-gates')), kubernetesVersion.minor)
  if (!('errors' in set)) return undefined
  const before = 'failed to set feature gates from initial flags-based config: '
  const problems = set.errors.map(words => ({ words, flag: 'feature-gates' }))
  return behind(before, { problems, isAggregate: true })
}

const allowedPrefixes = ['kubelet.kubernetes.io', 'node.kubernetes.io']
const allowedLabels = [
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/instance-type',
  'beta.kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'kubernetes.io/arch',
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
]

/** Labels that a node may give itself. */
function nodeLabels(options: Options): Outcome {
  const flag = 'node-labels'
  const labels = [...options.map(flag)]
  const foreign = labels.map(([key]) => key).filter(key => isOfKubernetes(key) && !isAllowed(key))
  if (foreign.length > 0) {
    const shown = foreign.toSorted().join(' ')
    return fails(
      `unknown 'kubernetes.io' or 'k8s.io' labels specified with --node-labels: [${shown}]\n--node-labels in the 'kubernetes.io' namespace must begin with an allowed prefix (${allowedPrefixes.join(', ')}) or be in the specifically allowed set (${allowedLabels.join(', ')})`,
      flag,
    )
  }
  const wrong = labels.flatMap(([key, value]) => [
    ...[qualifiedNameErrors(key)].filter(it => it.length > 0).map(it => `'${key}' - ${it.join(', ')}`),
    ...[labelValueErrors(value)].filter(it => it.length > 0).map(it => `'${value}' - ${it.join(', ')}`),
  ])
  return wrong.length > 0 ? fails(`invalid node labels: ${wrong.join('; ')}`, flag) : undefined
}

function isOfKubernetes(key: string): boolean {
  const prefix = key.includes('/') ? (key.split('/')[0] ?? '') : ''
  return /(^|\.)(kubernetes|k8s)\.io$/.test(prefix)
}

function isAllowed(key: string): boolean {
  const prefix = key.split('/')[0] ?? ''
  return allowedLabels.includes(key) || allowedPrefixes.some(it => prefix === it || prefix.endsWith(`.${it}`))
}
