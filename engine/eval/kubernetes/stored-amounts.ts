import type { Resources } from '../../validation/runtime-class/resources.ts'
import type { Toleration } from '../../validation/runtime-class/toleration.ts'
import type { Line } from '../evaluator.ts'

export function amounts(resources: Resources): Line {
  return Object.fromEntries([...resources].map(([name, { canonical }]) => [name, canonical]))
}

/** Without what is empty. */
export function shownToleration(toleration: Toleration): Line {
  return Object.fromEntries(Object.entries(toleration).filter(([, value]) => value !== ''))
}
