import type { Pod } from '../../validation/pod/pod.ts'
import { detailsOf, newestVersion, violationsOf } from '../../validation/pod-security/evaluate.ts'
import { type Level, versionText } from '../../validation/pod-security/policy.ts'
import { type Evaluator, evaluator, type Line } from '../evaluator.ts'
import { podShape } from './pod-shape.ts'

/** From which version on the Pod Security Standards have what against a Pod. */
export const psaMatrix: Evaluator = evaluator(
  'a Pod: what Baseline and Restricted have against it, and from which version on',
  podShape,
  pod => ({ baseline: changes('baseline', pod), restricted: changes('restricted', pod) }),
)

function changes(level: Level, pod: Pod): readonly Line[] {
  const told: { from: string; forbiddenDetail: string }[] = []
  for (let version = 0; version <= newestVersion; version++) {
    const forbiddenDetail = detailsOf(violationsOf({ level, version }, pod))
    if (told.at(-1)?.forbiddenDetail !== forbiddenDetail) told.push({ from: versionText(version), forbiddenDetail })
  }
  return told
}
