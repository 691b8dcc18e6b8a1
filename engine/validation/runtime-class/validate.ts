import { duplicate, every, type FieldError, required } from '../kubernetes/field-error.ts'
import { at, child, printedAs } from '../kubernetes/field-path.ts'
import { labelErrors, subdomainErrors } from '../kubernetes/names.ts'
import type { Named } from '../kubernetes/object-meta.ts'
import { labelsErrors, metadataErrors } from '../kubernetes/object-meta.ts'
import type { classFields, DecodedPod } from './decode.ts'
import { podFields } from './decode.ts'
import type { RuntimeClassCode } from './finding-codes.ts'
import { overheadErrors } from './resources.ts'
import { classTolerationErrors, tolerationErrors } from './toleration.ts'

export interface Invalid extends FieldError {
  readonly code: RuntimeClassCode
}

const coded = (code: RuntimeClassCode, errors: readonly FieldError[]): readonly Invalid[] =>
  errors.map(error => ({ code, ...error }))

/** What the API server's validation says of a RuntimeClass, in its order. */
export function classErrors(
  metadata: Named,
  { handler, overhead, nodeSelector, tolerations }: ReturnType<typeof classFields>,
): readonly Invalid[] {
  return [
    ...coded(
      'runtime-class-name',
      metadataErrors(metadata, at('metadata'), { isNamespaced: false, nameErrors: subdomainErrors }),
    ),
    ...coded('runtime-class-handler', every(at('handler'), handler, labelErrors(handler))),
    ...coded('runtime-class-overhead', overhead ? overheadErrors(overhead, overheadOfClass) : []),
    ...coded('runtime-class-node-selector', labelsErrors(nodeSelector, at('scheduling', 'nodeSelector'))),
    ...coded('runtime-class-toleration', classTolerationErrors(tolerations, at('scheduling', 'tolerations'))),
  ]
}

const overheadOfClass = printedAs(at('overhead', 'podFixed'), 'overhead')

/**
 * The same of a Pod, for the fields that are read here: a Pod that passes may still be refused for others. Its overhead
 * is left out, because it is validated as admission leaves it.
 */
export function podErrors(pod: DecodedPod): readonly Invalid[] {
  const { metadata } = pod
  const { containers } = pod.spec
  const { nodeSelector, tolerations } = podFields(pod)
  const list = at('spec', 'containers')
  // The namespace is that of the request.
  const named = { ...metadata, namespace: 'default' }
  return [
    ...coded(
      'runtime-class-pod',
      metadataErrors(named, at('metadata'), { isNamespaced: true, nameErrors: subdomainErrors }),
    ),
    ...coded('runtime-class-pod', containers.length === 0 ? [required(list)] : []),
    ...coded(
      'runtime-class-pod',
      containers.flatMap(({ name, image }, index) => {
        const place = child(list, index, 'name')
        const again = containers.findIndex(other => other.name === name) < index
        return [
          ...(name === '' ? [required(place)] : every(place, name, labelErrors(name))),
          ...(name !== '' && again ? [duplicate(place, name)] : []),
          ...(image === '' ? [required(child(list, index, 'image'))] : []),
        ]
      }),
    ),
    ...coded('runtime-class-node-selector', labelsErrors(nodeSelector, at('spec', 'nodeSelector'))),
    ...coded('runtime-class-toleration', tolerationErrors(tolerations, at('spec', 'tolerations'))),
  ]
}
