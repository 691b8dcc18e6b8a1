import type { JsonNode } from '../../../yaml/go/json.ts'
import { type Decoded, decode } from '../../kubernetes/decode.ts'
import { anything, bool, int, list, struct, text } from '../../kubernetes/decode-types.ts'
import { goQuoted } from '../../kubernetes/go-print.ts'
import { typeMeta } from '../../kubernetes/metadata-type.ts'
import { type Files, readFile } from '../files.ts'
import { behind, errorOf, fails, gathered, type Outcome } from '../judged.ts'
import { configVersions, readConfig } from './config-document.ts'
import { kubeconfig } from './kubeconfig.ts'

const flag = 'admission-control-config-file'
const plugin = struct('v1.AdmissionPluginConfiguration', { name: text(), path: text(), configuration: anything })
const kind = {
  kind: 'AdmissionConfiguration',
  versions: configVersions('v1'),
  scheme: 'pkg/server/options/admission.go:51',
  type: struct('v1.AdmissionConfiguration', { ...typeMeta, plugins: list(plugin) }),
}
/** Plugins that read a configuration, in the order in which they are made. */
const configured = [
  'ImagePolicyWebhook',
  'PodSecurity',
  'PodNodeSelector',
  'PodTolerationRestriction',
  'EventRateLimit',
]

/**
 * Whether the plugins that are on can be made with their configurations. The file and plain configurations are known
 * here; what is less plain is undecided.
 */
export function admissionConfigProblem(files: Files, path: string, isOn: (plugin: string) => boolean): Outcome {
  const before = 'failed to apply admission: '
  const read = path === '' ? { plugins: [] } : readPlugins(files, path)
  if (!read || !('plugins' in read)) return behind(before, read)
  for (const name of configured.filter(isOn)) {
    const own = read.plugins.find(it => it.name === name)
    const unknown = { undecided: `what ${name} makes of its configuration is not known here yet` }
    if (own && own.path !== '' && !own.configuration) return unknown
    const blamed = path === '' ? 'enable-admission-plugins' : flag
    const outcome = pluginProblem(name, own?.configuration, files, blamed)
    if (outcome) return outcome === 'unknown' ? unknown : behind(before, outcome)
  }
  return undefined
}

function readPlugins(files: Files, path: string): { readonly plugins: readonly Decoded<typeof plugin>[] } | Outcome {
  const before = 'failed to read plugin config: '
  const file = readFile(files, path)
  if ('undecided' in file) return file
  if ('error' in file)
    return fails(`${before}unable to read admission control configuration from ${goQuoted(path)} [${file.error}]`, flag)
  const read = readConfig(file.text ?? '', kind)
  if ('error' in read) return fails(`${before}${read.error}`, flag)
  return read.strictError === undefined ? read.value : fails(`${before}${read.strictError}`, flag)
}

function pluginProblem(
  name: string,
  configuration: JsonNode | undefined,
  files: Files,
  blamed: string,
): Outcome | 'unknown' {
  const init = `couldn't init admission plugin ${goQuoted(name)}: `
  switch (name) {
    case 'ImagePolicyWebhook':
      return configuration
        ? imagePolicy(configuration, files, init, blamed)
        : fails(`${init}no config specified`, blamed)
    case 'PodSecurity':
      return configuration && podSecurity(configuration, blamed)
    case 'EventRateLimit':
      return eventRates(configuration, init, blamed)
    default:
      return configuration && 'unknown'
  }
}

const policy = struct('', {
  imagePolicy: struct('', {
    kubeConfigFile: text(),
    allowTTL: int,
    denyTTL: int,
    retryBackoff: int,
    defaultAllow: bool,
  }),
})

function imagePolicy(configuration: JsonNode, files: Files, init: string, blamed: string): Outcome | 'unknown' {
  const { value, error } = decode(policy, configuration, { ignoresCase: true })
  const { kubeConfigFile, allowTTL, denyTTL, retryBackoff } = value.imagePolicy
  const within = (number: number, most: number) => number >= -1 && number <= most
  if (error || !within(allowTTL, 1800) || !within(denyTTL, 1800) || !within(retryBackoff, 300_000)) return 'unknown'
  const outcome = kubeconfig(files, kubeConfigFile, blamed)
  return outcome && 'problems' in outcome ? fails(`${init}${errorOf(outcome)}`, blamed) : outcome
}

const limits = struct('v1alpha1.Configuration', {
  ...typeMeta,
  limits: list(struct('v1alpha1.Limit', { type: text(), qps: int, burst: int, cacheSize: int })),
})

function eventRates(configuration: JsonNode | undefined, init: string, blamed: string): Outcome | 'unknown' {
  if (!configuration) return fails(`${init}limits: Invalid value: null: must not be empty`, blamed)
  const { value, error, strict } = decode(limits, configuration)
  const [limit, another] = value.limits
  const isPlain = limit?.type === 'Server' && limit.qps > 0 && limit.burst >= limit.qps && limit.cacheSize === 0
  return error || strict.length > 0 || another || !isPlain ? 'unknown' : undefined
}

const levels = ['privileged', 'baseline', 'restricted']
const defaults = ['enforce', 'audit', 'warn'] as const
const standards = struct('v1.PodSecurityConfiguration', {
  ...typeMeta,
  defaults: struct('v1.PodSecurityDefaults', { enforce: text(), audit: text(), warn: text() }),
})

function podSecurity(configuration: JsonNode, blamed: string): Outcome | 'unknown' {
  const { value, error, strict } = decode(standards, configuration)
  const isRead =
    value.apiVersion === 'pod-security.admission.config.k8s.io/v1' && value.kind === 'PodSecurityConfiguration'
  if (error || strict.length > 0 || !isRead) return 'unknown'
  const wrong = defaults.filter(it => value.defaults[it] !== '' && !levels.includes(value.defaults[it]))
  const words = wrong.map(it => ({ words: `${it}: must be one of ${levels.join(', ')}`, flag: blamed }))
  return behind(
    'failed to initialize admission plugin "PodSecurity": PodSecurity configuration error: ',
    gathered(words),
  )
}
