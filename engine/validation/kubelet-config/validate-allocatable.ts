import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { KubeletConfig } from './defaults.ts'
import { type Problem, problem } from './problem.ts'

const field = 'enforceNodeAllocatable'
const called = `${field} (--enforce-node-allocatable)`
/** What is kept for the system and for Kubernetes, and the field that names its cgroup. */
const reservations = [
  ['system-reserved', 'systemReservedCgroup'],
  ['kube-reserved', 'kubeReservedCgroup'],
] as const

/** What the kubelet holds the node to, and how bridges send packets back. */
export function validateAllocatable(config: KubeletConfig): readonly Problem[] {
  const { enforceNodeAllocatable: values } = config
  const seen = new Set<string>()
  return [
    ...reservations
      .filter(([name]) => values.includes(name) && values.includes(`${name}-compressible`))
      .map(([name]) => {
        const words = `both ${goQuoted(name)} and ${goQuoted(`${name}-compressible`)} cannot be specified together in ${called}`
        return problem('kubelet-together', field, words)
      }),
    ...values.flatMap(value => {
      const again = seen.has(value)
      seen.add(value)
      const words = `duplicated enforcements ${goQuoted(value)} in ${called}`
      return again ? [problem('kubelet-choice', field, words)] : enforcement(value, config)
    }),
    ...hairpin(config),
  ]
}

function enforcement(value: string, config: KubeletConfig): readonly Problem[] {
  if (value === 'none') {
    const words = `${called} may not contain additional enforcements when "none" is specified`
    return config.enforceNodeAllocatable.length > 1 ? [problem('kubelet-together', field, words)] : []
  }
  const reserved = reservations.find(([name]) => value === name || value === `${name}-compressible`)
  if (value !== 'pods' && !reserved) {
    const options =
      'Valid options are "pods", "system-reserved", "system-reserved-compressible", "kube-reserved", "kube-reserved-compressible" or "none"'
    return [problem('kubelet-choice', field, `option ${goQuoted(value)} specified for ${called}. ${options}`)]
  }
  const problems: Problem[] = []
  if (reserved && config[reserved[1]] === '') {
    const [name, cgroup] = reserved
    const words = `${cgroup} (--${name}-cgroup) must be specified when "${name}" or "${name}-compressible" included in ${called}`
    problems.push(problem('kubelet-together', field, words))
  }
  if (!config.cgroupsPerQOS) {
    const words = `cgroupsPerQOS (--cgroups-per-qos) must be set to true when ${goQuoted(value)} contained in ${called}`
    problems.push(problem('kubelet-together', 'cgroupsPerQOS', words))
  }
  return problems
}

function hairpin({ hairpinMode }: KubeletConfig): readonly Problem[] {
  if (['none', 'hairpin-veth', 'promiscuous-bridge'].includes(hairpinMode)) return []
  const words = `option ${goQuoted(hairpinMode)} specified for hairpinMode (--hairpin-mode). Valid options are "none", "hairpin-veth" or "promiscuous-bridge"`
  return [problem('kubelet-choice', 'hairpinMode', words)]
}
