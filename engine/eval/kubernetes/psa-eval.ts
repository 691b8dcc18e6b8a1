import { z } from 'zod'
import { containersOf } from '../../validation/pod/containers.ts'
import { detailsOf, reasonsOf, rulesAt, violationsOf } from '../../validation/pod-security/evaluate.ts'
import { levels, versionOf } from '../../validation/pod-security/policy.ts'
import { type Evaluator, evaluator } from '../evaluator.ts'
import { podShape } from './pod-shape.ts'

/** What a level of the Pod Security Standards has against a Pod: every check that it makes, and the whole. */
export const psaEval: Evaluator = evaluator(
  'a Pod, a level and a version of the Pod Security Standards: what each check says, and what is told of the whole',
  z.intersection(podShape, z.object({ level: z.enum(levels), version: z.string().transform(versionOf) })),
  ({ metadata, spec, level, version }) => {
    if (version === undefined)
      return { error: 'This line is not a question of this kind at version: write v1.x or latest.' }
    const pod = { metadata, spec }
    const asked = { level, version }
    const containers = containersOf(spec)
    const results = rulesAt(asked).map(({ id, check }) => {
      const violation = check(pod, containers)
      if (!violation) return { check: id, allowed: true }
      const detail = violation.detail()
      return { check: id, allowed: false, reason: violation.reason, ...(detail !== '' && { detail }) }
    })
    const violations = violationsOf(asked, pod)
    const forbidden = { forbiddenReason: reasonsOf(violations), forbiddenDetail: detailsOf(violations) }
    return { results, allowed: violations.length === 0, ...forbidden }
  },
)
