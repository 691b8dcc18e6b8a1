import type { DecodedSpec } from '../../validation/pod/decoded.ts'

type Tolerations = DecodedSpec['tolerations']

const taints = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']

/** What the plugin DefaultTolerationSeconds adds: a Pod stays five minutes on a node that is lost, unless it says otherwise. */
export function defaultTolerations(own: Tolerations): Tolerations {
  const missing = taints.filter(
    taint => !own.some(({ key, effect }) => (key === taint || key === '') && (effect === 'NoExecute' || effect === '')),
  )
  const seconds = { value: '', effect: 'NoExecute', tolerationSeconds: 300n }
  return missing.length === 0 ? own : [...own, ...missing.map(key => ({ key, operator: 'Exists', ...seconds }))]
}
