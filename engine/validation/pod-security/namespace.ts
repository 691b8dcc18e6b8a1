import type { FieldError } from '../kubernetes/field-error.ts'
import type { Namespace } from './admit.ts'
import type { PodSecurityConfiguration } from './configuration.ts'
import { compareLevels, type LevelVersion, labelPrefix, modes, type Policy, policyOf, shown } from './policy.ts'
import { type RunningPod, runningWarnings } from './running-pods.ts'

/** What the plugin says of a Namespace that is made or changed. */
export interface NamespaceAnswer {
  /** Why it is not taken. */
  readonly errors: readonly FieldError[]
  readonly warnings: readonly string[]
}

const silent: NamespaceAnswer = { errors: [], warnings: [] }

/**
 * Whether a Namespace's labels are taken, and what is told of the Pods in it that break what they enforce from now on: such
 * Pods go on running. `before`: as it was, with what runs in it; undefined for a new one.
 */
export function admitNamespace(
  { defaults, exemptions }: PodSecurityConfiguration,
  { name, labels }: Namespace,
  before?: { readonly labels: Readonly<Record<string, string>>; readonly running: readonly RunningPod[] },
): NamespaceAnswer {
  const { policy, errors } = policyOf(labels, defaults)
  const isExempt = exemptions.namespaces.includes(name)
  const ignored = () => (isExempt ? ignoredWarning(name, policy, labels, defaults) : silent)
  if (!before) return errors.length > 0 ? { errors, warnings: [] } : ignored()
  const old = policyOf(before.labels, defaults)
  // What was wrong already may stay wrong.
  if (errors.length > 0 && !sameErrors(errors, old.errors)) return { errors, warnings: [] }
  if (!isNarrower(policy.enforce, old.policy.enforce)) return silent
  if (isExempt) return ignored()
  return { errors: [], warnings: runningWarnings(name, policy.enforce, before.running, exemptions) }
}

function sameErrors(some: readonly FieldError[], others: readonly FieldError[]): boolean {
  return some.length === others.length && some.every(({ message }, index) => message === others[index]?.message)
}

/** Of another version, every level but the widest may be. */
function isNarrower(now: LevelVersion, before: LevelVersion): boolean {
  if (now.level === 'privileged') return false
  return now.version !== before.version || compareLevels(now.level, before.level) > 0
}

/** Labels on an exempt namespace look as if they did something. */
function ignoredWarning(
  name: string,
  policy: Policy,
  labels: Readonly<Record<string, string>>,
  defaults: Policy,
): NamespaceAnswer {
  const isUsual = modes.every(mode => shown(policy[mode]) === shown(defaults[mode]))
  const asked = modes.filter(
    mode => labels[`${labelPrefix}${mode}`] !== undefined && policy[mode].level !== 'privileged',
  )
  if (isUsual || asked.length === 0) return silent
  const listed = asked.map(mode => `${mode}=${shown(policy[mode])}`).join(', ')
  const warning = `namespace "${name}" is exempt from Pod Security, and the policy (${listed}) will be ignored`
  return { errors: [], warnings: [warning] }
}
