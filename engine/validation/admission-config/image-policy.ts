import type { Path } from '../../yaml/range.ts'
import { webhookClient } from '../flags/configs/webhook-client.ts'
import type { Files } from '../flags/files.ts'
import { errorOf } from '../flags/judged.ts'
import type { GoType } from '../kubernetes/decode.ts'
import { bool, struct, text, wholeNumber } from '../kubernetes/decode-types.ts'
import { type Duration, durationText } from '../kubernetes/duration.ts'
import type { PluginVerdict } from './plugin.ts'
import { decodeEither, looseText } from './yaml-or-json.ts'

const time = wholeNumber('time.Duration', 64)
const typeWith = (words: GoType<string>) =>
  struct('imagepolicy.AdmissionConfig', {
    imagePolicy: struct('imagepolicy.imagePolicyWebhookConfig', {
      kubeConfigFile: words,
      allowTTL: time,
      denyTTL: time,
      retryBackoff: time,
      defaultAllow: bool,
    }),
  })
const types = { json: typeWith(text()), yaml: typeWith(looseText) }

const [millisecond, second, minute] = [1_000_000n, 1_000_000_000n, 60_000_000_000n]
/** The time that holds where none is given. */
const presets = { retryBackoff: 500n * millisecond, allowTTL: 5n * minute, denyTTL: 30n * second } as const

type Times = keyof typeof presets

/** How the plugin ImagePolicyWebhook is set; times in nanoseconds. */
export interface ImagePolicy {
  readonly kubeConfigFile: string
  /** How long an answer is kept; 0: it is not kept. */
  readonly allowTTL: Duration
  readonly denyTTL: Duration
  readonly retryBackoff: Duration
  /** Whether pods come in when nobody answers. */
  readonly defaultAllow: boolean
}

/** Reads the configuration of ImagePolicyWebhook; the kubeconfig is not looked at. */
export function readImagePolicy(written: string): ImagePolicy | { readonly refused: string; readonly path?: Path } {
  const read = decodeEither(written, types)
  if ('refused' in read) return read
  const { kubeConfigFile, defaultAllow, ...times } = read.value.imagePolicy
  const retryBackoff = timeOf(times, 'retryBackoff', millisecond, 1n, 5n * minute)
  if (typeof retryBackoff !== 'bigint') return retryBackoff
  const allowTTL = timeOf(times, 'allowTTL', second, second, 30n * minute)
  if (typeof allowTTL !== 'bigint') return allowTTL
  const denyTTL = timeOf(times, 'denyTTL', second, second, 30n * minute)
  if (typeof denyTTL !== 'bigint') return denyTTL
  return { kubeConfigFile, defaultAllow, allowTTL, denyTTL, retryBackoff }
}

/** What the plugin says of its configuration, and of the kubeconfig that it names. */
export function imagePolicy(written: string | undefined, files: Files): PluginVerdict {
  if (written === undefined) return { refused: 'no config specified' }
  const policy = readImagePolicy(written)
  if ('refused' in policy) return { ...policy, problems: [{ path: policy.path ?? [], message: policy.refused }] }
  const outcome = webhookClient(files, policy.kubeConfigFile, '')
  if (!outcome || 'undecided' in outcome) return outcome
  const refused = errorOf(outcome)
  return { refused, problems: [{ path: ['imagePolicy', 'kubeConfigFile'], message: refused }] }
}

/** -1 turns it off, 0 is as good as nothing; else it is counted in `unit`. */
function timeOf(times: Readonly<Record<Times, bigint>>, name: Times, unit: Duration, least: Duration, most: Duration) {
  const written = times[name]
  if (written === -1n) return 0n
  if (written === 0n) return presets[name]
  const time = BigInt.asIntN(64, written * unit)
  if (time >= least && time <= most) return time
  return {
    refused: `valid value is between ${durationText(least)} and ${durationText(most)}, got ${durationText(time)}`,
    path: ['imagePolicy', name],
  }
}
