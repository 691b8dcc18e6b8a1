import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { Gates } from '../flags/feature-gates/set-gates.ts'
import { durationText } from '../kubernetes/duration.ts'
import type { KubeletConfig } from './defaults.ts'
import { type Problem, problem } from './problem.ts'

const second = 1_000_000_000n
const structText = (value: bigint) => `{${durationText(value)}}`

/** How the node shuts down, what it swaps, and how long it waits before a container is started again. */
export function validateShutdown(config: KubeletConfig, gates: Gates): readonly Problem[] {
  return [...grace(config, gates), ...byPriority(config, gates), ...swap(config, gates), ...restarts(config, gates)]
}

function grace(config: KubeletConfig, gates: Gates): readonly Problem[] {
  const { shutdownGracePeriod: whole, shutdownGracePeriodCriticalPods: critical } = config
  if (!gates.isOn('GracefulNodeShutdown')) {
    if (whole <= 0n && critical <= 0n) return []
    const words =
      'specifying shutdownGracePeriod or shutdownGracePeriodCriticalPods requires feature gate GracefulNodeShutdown'
    return [problem('kubelet-feature-gate', 'shutdownGracePeriod', words)]
  }
  const problems: Problem[] = []
  if (critical > whole) {
    const words = `shutdownGracePeriodCriticalPods ${structText(critical)} must be <= shutdownGracePeriod ${structText(whole)}`
    problems.push(problem('kubelet-together', 'shutdownGracePeriodCriticalPods', words))
  }
  for (const field of ['shutdownGracePeriod', 'shutdownGracePeriodCriticalPods'] as const) {
    const value = config[field]
    if (value === 0n || value >= second) continue
    const words = `${field} ${structText(value)} must be either zero or otherwise >= 1 sec`
    problems.push(problem('kubelet-number', field, words))
  }
  return problems
}

function byPriority(config: KubeletConfig, gates: Gates): readonly Problem[] {
  const field = 'shutdownGracePeriodByPodPriority'
  const gate = 'GracefulNodeShutdownBasedOnPodPriority'
  if (config[field].length === 0) return []
  if (!gates.isOn(gate))
    return [problem('kubelet-feature-gate', field, `Specifying ${field} requires feature gate ${gate}`)]
  if (config.shutdownGracePeriod <= 0n && config.shutdownGracePeriodCriticalPods <= 0n) return []
  return [problem('kubelet-together', field, `Cannot specify both ${field} and shutdownGracePeriod at the same time`)]
}

function swap({ memorySwap: { swapBehavior } }: KubeletConfig, gates: Gates): readonly Problem[] {
  const field = 'memorySwap'
  if (!gates.isOn('NodeSwap')) {
    const words = 'memorySwap.swapBehavior cannot be set when NodeSwap feature flag is disabled'
    return swapBehavior === '' ? [] : [problem('kubelet-feature-gate', field, words)]
  }
  if (['', 'NoSwap', 'LimitedSwap'].includes(swapBehavior)) return []
  const words = `memorySwap.swapBehavior ${goQuoted(swapBehavior)} must be one of: "", "LimitedSwap" or "NoSwap"`
  return [problem('kubelet-choice', field, words)]
}

function restarts({ crashLoopBackOff: { maxContainerRestartPeriod: most } }: KubeletConfig, gates: Gates) {
  const name = 'CrashLoopBackOff.MaxContainerRestartPeriod'
  const gate = 'KubeletCrashLoopBackOffMax'
  if (most === undefined) return []
  if (!gates.isOn(gate)) {
    const words = `FeatureGate ${gate} not enabled, ${name} must not be set`
    return [problem('kubelet-feature-gate', 'crashLoopBackOff', words)]
  }
  // Whole milliseconds count.
  const milliseconds = most / 1_000_000n
  if (milliseconds >= 1000n && milliseconds <= 300_000n) return []
  const words = `${name} (got: ${Number(most) / 1e9} seconds) must be set between 1s and 300s`
  return [problem('kubelet-number', 'crashLoopBackOff', words)]
}
