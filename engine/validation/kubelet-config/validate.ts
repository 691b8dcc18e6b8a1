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
    ...hiddenMetrics(config),
    ...validateLogging(config.logging, gates),
    ...validateTracing(config),
    ...memory(config),
    ...validateLogs(config, gates),
  ]
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
  return [problem('kubelet-number', field, `${field} ${factor} must be greater than 0 and less than or equal to 1.0`)]
}
