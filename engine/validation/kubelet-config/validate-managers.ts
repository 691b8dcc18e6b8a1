import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { KubeletConfig } from './defaults.ts'
import { type Problem, problem } from './problem.ts'

const policies = ['none', 'best-effort', 'restricted', 'single-numa-node']
const scopes = ['container', 'pod']

/** How devices and memory are laid out over the parts of a machine. */
export function validateManagers(config: KubeletConfig): readonly Problem[] {
  const { topologyManagerPolicy: policy, topologyManagerScope: scope } = config
  const problems: Problem[] = []
  if (!policies.includes(policy)) {
    const shown = policies.map(goQuoted).join(' ')
    const words = `topologyManagerPolicy (--topology-manager-policy) ${goQuoted(policy)} must be one of: [${shown}]`
    problems.push(problem('kubelet-choice', 'topologyManagerPolicy', words))
  }
  if (!scopes.includes(scope)) {
    const words = `topologyManagerScope (--topology-manager-scope) ${goQuoted(scope)} must be one of: "container", or "pod"`
    problems.push(problem('kubelet-choice', 'topologyManagerScope', words))
  }
  return problems
}
