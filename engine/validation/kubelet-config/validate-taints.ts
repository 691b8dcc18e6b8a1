import { labelValueErrors, qualifiedNameErrors } from '../kubernetes/names.ts'
import type { KubeletConfig } from './defaults.ts'
import type { Problem } from './problem.ts'

const effects = ['', 'NoSchedule', 'PreferNoSchedule', 'NoExecute']

/** Taints that the node registers with. */
export function validateTaints({ registerWithTaints }: KubeletConfig): readonly Problem[] {
  return registerWithTaints.flatMap(({ key, value, effect, timeAdded }, index) => {
    const path = ['registerWithTaints', index]
    const isRight =
      effects.includes(effect) && qualifiedNameErrors(key).length === 0 && labelValueErrors(value).length === 0
    const problems: Problem[] = []
    if (!isRight) {
      const shown = `{${key} ${value} ${effect} ${timeAdded ?? '<nil>'}}`
      problems.push({ code: 'kubelet-bad-value', path, message: `invalid taint: ${shown}` })
    }
    if (timeAdded !== undefined)
      problems.push({ code: 'kubelet-bad-value', path, message: 'invalid configuration: taint.TimeAdded is not nil' })
    return problems
  })
}
