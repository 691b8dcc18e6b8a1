import type { Path } from '../../yaml/range.ts'
import { type FieldError, isInvalid } from '../kubernetes/field-error.ts'
import { at } from '../kubernetes/field-path.ts'
import { pathSegmentErrors } from '../kubernetes/names.ts'
import type { Pod, RuntimeClass } from './objects.ts'
import { overheadErrors, type Resources, sameResources } from './resources.ts'
import { mergeTolerations, type Toleration } from './toleration.ts'

/** A Pod as it is stored. */
export interface AdmittedPod {
  readonly runtimeClass?: RuntimeClass
  readonly overhead?: Resources
  readonly nodeSelector: ReadonlyMap<string, string>
  readonly tolerations: readonly Toleration[]
}

export type Admission =
  | { readonly admitted: AdmittedPod }
  /** The whole sentence of the API server, and the field of the Pod that decides. */
  | {
      readonly refused: string
      readonly path: Path
      readonly why: RefusalReason
      /** What validation found, where it is that which refuses. */
      readonly errors?: readonly FieldError[]
    }

export type RefusalReason = 'unknown-class' | 'bad-class-name' | 'overhead' | 'node-selector' | 'invalid'

/**
 * What the admission plugin RuntimeClass makes of a Pod (v1.35), and validation after it: the class is looked up by name, its overhead is set,
 * its node selector and tolerations are merged. `classes` by name.
 */
export function admitPod(pod: Pod, classes: ReadonlyMap<string, RuntimeClass>): Admission {
  const mutated = mutatePod(pod, classes)
  if ('refused' in mutated) return mutated
  const { overhead, runtimeClass } = mutated.admitted
  const errors = [...pod.invalid, ...(overhead ? overheadErrors(overhead, at('spec', 'overhead')) : [])]
  const [first] = errors
  if (first) {
    return { refused: isInvalid('Pod', pod.name, errors), path: first.path, why: 'invalid', errors }
  }
  if (!runtimeClass?.overhead && pod.overhead) {
    const refused = `pods ${JSON.stringify(pod.name)} is forbidden: ${overheadWithoutClass}`
    return { refused, path: ['spec', 'overhead'], why: 'overhead' }
  }
  return mutated
}

/** What the plugin says, after validation, of a Pod with an overhead that no class gives. */
export const overheadWithoutClass = 'pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead'

/** The first half: what the plugin makes of a Pod before validation. */
export function mutatePod(
  pod: Pick<Pod, 'name' | 'runtimeClassName' | 'overhead' | 'nodeSelector' | 'tolerations'>,
  classes: ReadonlyMap<string, RuntimeClass>,
): Admission {
  const forbid = (why: RefusalReason, words: string, path: Path): Admission => ({
    ...{ refused: `pods ${JSON.stringify(pod.name)} is forbidden: ${words}`, path, why },
  })
  const named = ['spec', 'runtimeClassName']
  const name = pod.runtimeClassName
  if (name !== undefined) {
    const bad = badName(name)
    if (bad !== undefined) return { refused: bad, path: named, why: 'bad-class-name' }
  }
  const runtimeClass = name === undefined ? undefined : classes.get(name)
  if (name !== undefined && !runtimeClass)
    return forbid('unknown-class', `pod rejected: RuntimeClass ${JSON.stringify(name)} not found`, named)

  const own = pod.overhead
  const given = runtimeClass?.overhead
  const differs = "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead"
  if (given && own && own.size > 0 && !sameResources(own, given))
    return forbid('overhead', differs, ['spec', 'overhead'])
  const overhead = given ?? own

  const nodeSelector = new Map(pod.nodeSelector)
  for (const [key, value] of runtimeClass?.nodeSelector ?? []) {
    const mine = nodeSelector.get(key)
    if (mine !== undefined && mine !== value) {
      const words = `conflict: runtimeClass.scheduling.nodeSelector[${key}] = ${value}; pod.spec.nodeSelector[${key}] = ${mine}`
      return forbid('node-selector', words, ['spec', 'nodeSelector', key])
    }
    nodeSelector.set(key, value)
  }
  return {
    admitted: {
      ...(runtimeClass && { runtimeClass }),
      ...(overhead && { overhead }),
      nodeSelector,
      tolerations: runtimeClass ? mergeTolerations(pod.tolerations, runtimeClass.tolerations) : pod.tolerations,
    },
  }
}

/** A name that cannot even be looked up: the API server answers with an internal error. */
function badName(name: string): string | undefined {
  if (name === '') return 'resource name may not be empty'
  const [why] = pathSegmentErrors(name)
  return why === undefined ? undefined : `invalid resource name ${JSON.stringify(name)}: [${why}]`
}
