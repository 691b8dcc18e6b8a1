import { type FieldError, invalid, notSupported, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import type { DecodedEnv } from './decoded.ts'

type ResourceSelector = NonNullable<NonNullable<DecodedEnv['valueFrom']>['resourceFieldRef']>

const kinds = ['limits', 'requests']
const known = kinds.flatMap(kind => ['cpu', 'ephemeral-storage', 'memory'].map(name => `${kind}.${name}`))
const ofBytes = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei']
const divisors: Readonly<Record<string, { readonly called: string; readonly values: readonly string[] }>> = {
  cpu: { called: 'cpu', values: ['1m', '1'] },
  memory: { called: 'memory', values: ofBytes },
  'ephemeral-storage': { called: 'local ephemeral storage', values: ofBytes },
  hugepages: { called: 'hugepages', values: ofBytes },
}

/** What validation says of an amount of its own resources that a container is told. Files say of which container. */
export function resourceSelectorErrors(
  { containerName, resource, divisor }: ResourceSelector,
  use: 'env' | 'volume',
  at: FieldPath,
): readonly FieldError[] {
  const here = child(at, 'resource')
  const errors: FieldError[] = []
  const isHuge = /^(?:limits|requests)\.hugepages-/.test(resource)
  if (use === 'volume' && containerName === '') errors.push(required(child(at, 'containerName')))
  else if (resource === '') errors.push(required(here))
  else if (!isHuge && !known.includes(resource)) errors.push(notSupported(here, resource, known))
  const name = resource.slice(resource.indexOf('.') + 1)
  const allowed = isHuge ? divisors.hugepages : known.includes(resource) ? divisors[name] : undefined
  if (!allowed || divisor.nano === 0n || allowed.values.includes(divisor.canonical)) return errors
  const values = allowed.called === 'cpu' ? '1m and 1' : allowed.values.join(', ')
  const words = `only divisor's values ${values} are supported with the ${allowed.called} resource`
  return [...errors, invalid(child(at, 'divisor'), resource, words)]
}
