import type { LabelSelector } from '../../validation/kubernetes/label-selector.ts'
import type { Line } from '../evaluator.ts'
import { filled } from './filled.ts'

/** A selector as it is stored. */
export function storedSelector({ matchLabels, matchExpressions }: LabelSelector): Line {
  const expressions = matchExpressions.map(({ key, operator, values }) => ({ key, operator, ...filled({ values }) }))
  return filled({ matchLabels, matchExpressions: expressions })
}
