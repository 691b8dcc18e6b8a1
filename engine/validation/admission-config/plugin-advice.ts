import type { Path } from '../../yaml/range.ts'
import type { AdmissionCode } from './finding-codes.ts'

interface Advice {
  readonly code: AdmissionCode
  /** In the plugin's own configuration. */
  readonly path: Path
  readonly message: string
}

/** What a person should know of a plugin's configuration that the API server takes. `value` is that, as it is written. */
export function pluginAdvice(name: string, value: unknown): readonly Advice[] {
  if (name === 'ImagePolicyWebhook') return ofImagePolicy(inside(value, 'imagePolicy'))
  return name === 'PodSecurity' ? ofPodSecurity(value) : []
}

function ofImagePolicy(policy: unknown): readonly Advice[] {
  const at = (field: string): Path => ['imagePolicy', field]
  const file = inside(policy, 'kubeConfigFile')
  const advice: Advice[] = []
  if (typeof file !== 'string' || file === '' || !file.startsWith('/')) {
    const how =
      file === undefined || file === ''
        ? 'Nothing says how the webhook is reached.'
        : 'A path without / in front begins where the API server was started.'
    advice.push({
      code: 'admission-relative-kubeconfig',
      path: at('kubeConfigFile'),
      message: `${how} Write the whole path of a kubeconfig, as the API server’s container sees it.`,
    })
  }
  if (inside(policy, 'defaultAllow') === true)
    advice.push({
      code: 'admission-fails-open',
      path: at('defaultAllow'),
      message: 'While the webhook cannot be reached, every image comes in. Write false, so that none does.',
    })
  for (const field of ['allowTTL', 'denyTTL', 'retryBackoff'])
    if (inside(policy, field) === 0)
      advice.push({
        code: 'admission-zero-time',
        path: at(field),
        message: `0 is as good as nothing written, so ${usual[field]} hold. Write -1 to turn it off.`,
      })
  return advice
}

const usual: Readonly<Record<string, string>> = {
  allowTTL: 'five minutes',
  denyTTL: '30 seconds',
  retryBackoff: '500 milliseconds',
}

function ofPodSecurity(value: unknown): readonly Advice[] {
  const enforced = inside(inside(value, 'defaults'), 'enforce')
  if (enforced === undefined || enforced === '' || enforced === 'privileged')
    return [
      {
        code: 'admission-nothing-enforced',
        path: ['defaults', 'enforce'],
        message: 'No Pod is refused in a namespace whose labels say nothing. Set enforce to baseline or restricted.',
      },
    ]
  const exempt = inside(inside(value, 'exemptions'), 'namespaces')
  if (Array.isArray(exempt) && exempt.includes('kube-system')) return []
  return [
    {
      code: 'admission-kube-system',
      path: Array.isArray(exempt) ? ['exemptions', 'namespaces'] : ['defaults', 'enforce'],
      message: `Pods of kube-system have to keep ${enforced} too, which those of networks and proxies do not. Name kube-system among the exemptions’ namespaces.`,
    },
  ]
}

/** Names of fields count whatever their case. */
function inside(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).findLast(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]
}
