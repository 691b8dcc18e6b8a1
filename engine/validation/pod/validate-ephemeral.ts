import { duplicate, type FieldError, forbidden, notFound } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import type { DecodedEphemeral } from './decoded.ts'
import { type Around, commonErrors, paddedErrors } from './validate-container.ts'

const words = 'cannot be set for an Ephemeral Container'

/** What validation says of containers that come for a look: they are no part of what the Pod does. */
export function ephemeralErrors(around: Around, at: FieldPath): readonly FieldError[] {
  const { containers, initContainers, ephemeralContainers } = around.spec
  const others = new Set([...containers, ...initContainers].map(({ name }) => name))
  const names = new Set(others)
  return ephemeralContainers.flatMap((container, index) => {
    const here = child(at, index)
    const { name, targetContainerName: target } = container
    const errors = [...commonErrors(container, around, here), ...paddedErrors(container, here)]
    if (names.has(name)) errors.push(duplicate(child(here, 'name'), name))
    names.add(name)
    if (target !== '' && !others.has(target)) errors.push(notFound(child(here, 'targetContainerName'), target))
    for (const field of workingFields(container)) errors.push(forbidden(child(here, field), words))
    for (const [i, mount] of container.volumeMounts.entries())
      for (const field of ['subPath', 'subPathExpr'] as const)
        if (mount[field] !== '') errors.push(forbidden(child(here, 'volumeMounts', i, field), words))
    return errors
  })
}

/** Fields that only containers have which work. */
function workingFields(container: DecodedEphemeral): readonly string[] {
  const { ports, resources, resizePolicy, restartPolicy, restartPolicyRules } = container
  const { limits, requests, claims } = resources
  const isSet: readonly (readonly [string, boolean])[] = [
    ['ports', ports.length > 0],
    ['resources', limits.size > 0 || requests.size > 0 || claims.length > 0],
    ['resizePolicy', resizePolicy.length > 0],
    ['restartPolicy', restartPolicy !== undefined],
    ['restartPolicyRules', restartPolicyRules.length > 0],
    ...(['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'] as const).map(
      field => [field, container[field] !== undefined] as const,
    ),
  ]
  return isSet.filter(([, is]) => is).map(([field]) => field)
}
