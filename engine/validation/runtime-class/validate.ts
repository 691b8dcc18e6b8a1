import type { Path } from '../../yaml/range.ts'
import type { RawClass, RawMetadata, RawPod } from './decode.ts'
import { type FieldError, fieldError, invalid } from './field-error.ts'
import type { RuntimeClassCode } from './finding-codes.ts'
import { labelErrors, labelKeyErrors, labelValueErrors, subdomainErrors } from './names.ts'
import { overheadErrors } from './resources.ts'
import { tolerationErrors } from './toleration.ts'

export interface Invalid extends FieldError {
  readonly code: RuntimeClassCode
}

const coded = (code: RuntimeClassCode, errors: readonly FieldError[]): readonly Invalid[] =>
  errors.map(error => ({ code, ...error }))

/** What the API server's validation says of a RuntimeClass, in its order. */
export function classErrors({ metadata, handler, overhead, nodeSelector, tolerations }: RawClass): readonly Invalid[] {
  const scheduling = ['scheduling']
  return [
    ...coded('runtime-class-name', nameErrors(metadata)),
    ...(metadata.namespace === ''
      ? []
      : coded('runtime-class-name', [
          fieldError(['metadata', 'namespace'], 'metadata.namespace', 'Forbidden', 'not allowed on this type'),
        ])),
    ...coded(
      'runtime-class-handler',
      labelErrors(handler).map(why => invalid(['handler'], 'handler', handler, why)),
    ),
    ...coded('runtime-class-overhead', overhead ? overheadErrors(overhead, ['overhead', 'podFixed'], 'overhead') : []),
    ...coded('runtime-class-node-selector', selectorErrors(nodeSelector, [...scheduling, 'nodeSelector'])),
    ...coded(
      'runtime-class-toleration',
      tolerationErrors(tolerations, [...scheduling, 'tolerations'], 'scheduling.tolerations'),
    ),
  ]
}

/**
 * The same of a Pod, for the fields that are read here: a Pod that passes may still be refused for others. Its overhead
 * is left out, because it is validated as admission leaves it.
 */
export function podErrors({ metadata, containers, nodeSelector, tolerations }: RawPod): readonly Invalid[] {
  const spec = ['spec']
  const field = (path: Path) =>
    path
      .map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
      .join('')
      .slice(1)
  const required = (path: Path) => fieldError(path, field(path), 'Required value')
  return [
    ...coded('runtime-class-pod', nameErrors(metadata)),
    ...coded('runtime-class-pod', containers.length === 0 ? [required([...spec, 'containers'])] : []),
    ...coded(
      'runtime-class-pod',
      containers.flatMap(({ path, name, image }, index) => {
        const at = [...path, 'name']
        const again = containers.findIndex(other => other.name === name) < index
        return [
          ...(name === '' ? [required(at)] : labelErrors(name).map(why => invalid(at, field(at), name, why))),
          ...(name !== '' && again ? [fieldError(at, field(at), 'Duplicate value', JSON.stringify(name))] : []),
          ...(image === '' ? [required([...path, 'image'])] : []),
        ]
      }),
    ),
    ...coded('runtime-class-node-selector', selectorErrors(nodeSelector, [...spec, 'nodeSelector'])),
    ...coded('runtime-class-toleration', tolerationErrors(tolerations, [...spec, 'tolerations'], 'spec.tolerations')),
  ]
}

function nameErrors({ name, generateName }: RawMetadata): readonly FieldError[] {
  const path = ['metadata', 'name']
  if (name !== '') return subdomainErrors(name).map(why => invalid(path, 'metadata.name', name, why))
  if (generateName !== '') return []
  return [fieldError(path, 'metadata.name', 'Required value', 'name or generateName is required')]
}

function selectorErrors(selector: ReadonlyMap<string, string>, path: Path): readonly FieldError[] {
  const field = path.join('.')
  return [...selector].flatMap(([key, value]) => [
    ...labelKeyErrors(key).map(why => invalid([...path, key], field, key, why)),
    ...labelValueErrors(value).map(why => invalid([...path, key], field, value, why)),
  ])
}
