import { kubernetesVersion } from '../flags/reported-version.ts'
import type { KubeletConfig } from './defaults.ts'
import type { ConfigGates } from './gates.ts'
import { type Problem, problem } from './problem.ts'
import { validateAllocatable } from './validate-allocatable.ts'
import { validateImages } from './validate-images.ts'
import { validateLogging, validateLogs } from './validate-logs.ts'
import { validateManagers } from './validate-managers.ts'
import { validateNumbers } from './validate-numbers.ts'
import { validateReserved } from './validate-reserved.ts'
import { validateShutdown } from './validate-shutdown.ts'
import { validateTaints } from './validate-taints.ts'
import { validateTracing } from './validate-tracing.ts'

/** Everything that the kubelet's validation says of what is in force, in its order. The host has cgroup v2. */
export function validate(config: KubeletConfig, { gates, needy }: ConfigGates): readonly Problem[] {
  return [
    ...needy.map((message): Problem => ({ code: 'kubelet-feature-gate', path: ['featureGates'], message })),
    ...validateNumbers(config, gates),
    ...validateTaints(config),
    ...validateManagers(config),
    ...validateShutdown(config, gates),
    ...validateAllocatable(config),
    ...validateImages(config, gates),
    ...validateReserved(config),
    ...userNamespaces(config),
    ...hiddenMetrics(config),
    ...validateLogging(config.logging, gates),
    ...validateTracing(config),
    ...memory(config),
    ...validateLogs(config, gates),
  ]
}

/** The kernel gives a Pod its users by the sixteen bits. */
function userNamespaces({ userNamespaces: asked }: KubeletConfig): readonly Problem[] {
  const ids = asked?.idsPerPod
  if (ids === undefined) return []
  const [unit, most] = [65_536n, 4_294_967_295n]
  const told = (words: string): readonly Problem[] => [
    {
      ...problem('kubelet-number', 'userNamespaces', `userNamespaces.idsPerPod must ${words}`),
      path: ['userNamespaces', 'idsPerPod'],
    },
  ]
  if (ids < unit) return told(`not be less than ${unit}`)
  if (ids % unit !== 0n) return told(`be a multiple of ${unit}`)
  return ids > most ? told(`not be more than ${most}`) : []
}

function hiddenMetrics({ showHiddenMetricsForVersion: shown }: KubeletConfig): readonly Problem[] {
  const only = `1.${kubernetesVersion.minor - 1}`
  if (shown === '' || shown === only) return []
  const message = `--show-hidden-metrics-for-version must be omitted or have the value '${only}'. Only the previous minor version is allowed`
  return [{ code: 'kubelet-choice', path: ['showHiddenMetricsForVersion'], message }]
}

function memory({ memoryThrottlingFactor: factor }: KubeletConfig): readonly Problem[] {
  if (factor > 0 && factor <= 1) return []
  const field = 'memoryThrottlingFactor'
  return [
    problem(
      'kubelet-number',
      field,
      `${field} ${goFloat(factor)} must be greater than 0 and less than or equal to 1.0`,
    ),
  ]
}

/** A number as Go prints it: large and tiny ones with an exponent. */
function goFloat(value: number): string {
  const [digits = '', exponent = '0'] = value.toExponential().split('e')
  const power = Number(exponent)
  if (power >= -4 && power < 6) return Object.is(value, -0) ? '-0' : String(value)
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}
