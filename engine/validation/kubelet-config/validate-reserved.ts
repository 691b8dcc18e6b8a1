import { goQuoted } from '../../yaml/go/go-quoted.ts'
import { inOrder } from '../kubernetes/decode-types.ts'
import { cpuSetProblem } from './cpu-set.ts'
import type { KubeletConfig } from './defaults.ts'
import { type Problem, problem } from './problem.ts'

/** CPUs and memory that pods do not get. */
export function validateReserved(config: KubeletConfig): readonly Problem[] {
  return [...cpus(config), ...memory(config)]
}

function cpus({ reservedSystemCPUs: written, systemReservedCgroup, kubeReservedCgroup }: KubeletConfig) {
  const field = 'reservedSystemCPUs'
  if (written === '') return []
  const problems: Problem[] = []
  if (systemReservedCgroup !== '' || kubeReservedCgroup !== '') {
    const words =
      "can't use reservedSystemCPUs (--reserved-cpus) with systemReservedCgroup (--system-reserved-cgroup) or kubeReservedCgroup (--kube-reserved-cgroup)"
    problems.push(problem('kubelet-together', field, words))
  }
  const why = cpuSetProblem(written)
  if (why)
    problems.push(
      problem('kubelet-bad-value', field, `unable to parse ${field} (--reserved-cpus) ${written}, error: ${why}`),
    )
  return problems
}

/** Go asks the resources of a node in no order; here it is that of the alphabet. */
function memory({ reservedMemory }: KubeletConfig): readonly Problem[] {
  const seen = new Set<string>()
  return reservedMemory.flatMap(({ numaNode, limits }, index) =>
    inOrder(limits).flatMap(([name, { nano }]) => {
      const wrong: string[] = []
      if (name !== 'memory' && !name.startsWith('hugepages-'))
        wrong.push(
          `the limit type ${goQuoted(name)} for NUMA node ${numaNode} is not supported, only [memory hugepages-<HugePageSize>] is accepted`,
        )
      if (nano === 0n)
        wrong.push(`reserved memory may not be zero for NUMA node ${numaNode} and resource ${goQuoted(name)}`)
      const identity = `${numaNode} ${name}`
      if (seen.has(identity))
        wrong.push(`the reserved memory has a duplicate value for NUMA node ${numaNode} and resource ${goQuoted(name)}`)
      seen.add(identity)
      return wrong.map((words): Problem => {
        return { ...problem('kubelet-bad-value', 'reservedMemory', words), path: ['reservedMemory', index] }
      })
    }),
  )
}
