import type { Decoded } from '../../validation/kubernetes/decode.ts'
import { anything, list, struct, text } from '../../validation/kubernetes/decode-types.ts'
import { encode } from '../../validation/kubernetes/encode.ts'
import { at } from '../../validation/kubernetes/field-path.ts'
import { objectMeta, typeMeta } from '../../validation/kubernetes/metadata-type.ts'
import { labelErrors } from '../../validation/kubernetes/names.ts'
import { metadataErrors } from '../../validation/kubernetes/object-meta.ts'
import { finalizerErrors, ownerErrors } from '../../validation/pod/validate-owners.ts'
import { admitNamespace } from '../../validation/pod-security/namespace.ts'
import { type Answer, refusal, refusalAsInvalid } from './answer.ts'
import { type FieldValidation, readBody } from './read-body.ts'
import type { Store } from './store.ts'

/** A request that makes a Namespace. */
export interface NamespaceToCreate {
  readonly body: string
  readonly fieldValidation: FieldValidation
  /** Five letters that generated names end in. */
  readonly suffix: string
}

const namespace = { apiVersion: 'v1', kind: 'Namespace', internal: 'core.Namespace' }
const namespaceSpec = struct('v1.NamespaceSpec', { finalizers: list(text('v1.FinalizerName')) })
const namespaceType = struct('v1.Namespace', {
  ...{ ...typeMeta, metadata: objectMeta, spec: namespaceSpec },
  status: struct('v1.NamespaceStatus', { phase: text('v1.NamespacePhase'), conditions: list(anything) }),
})

/** What the API server (v1.35) answers to a Namespace that is to be made; the plugin PodSecurity looks at its labels last. */
export function createNamespace({ body, fieldValidation, suffix }: NamespaceToCreate, store: Store): Answer {
  const read = readBody(namespaceType, body, namespace, fieldValidation)
  if ('answer' in read) return read.answer
  const { warnings } = read
  const { metadata, finalizers } = prepared(read.value, suffix)
  const { name } = metadata
  const here = at('metadata')
  const errors = [
    ...metadataErrors(metadata, here, { isNamespaced: false, nameErrors: labelErrors }),
    ...ownerErrors(metadata, here),
    ...finalizers.flatMap(each => finalizerErrors(each, at('spec', 'finalizers'))),
  ]
  if (errors.length > 0) return { ...refusalAsInvalid(namespace, name, errors), warnings }
  const admitted = admitNamespace(store.podSecurity, { name, labels: Object.fromEntries(metadata.labels) })
  if (admitted.errors.length > 0) return { ...refusalAsInvalid(namespace, name, admitted.errors), warnings }
  const said = [...warnings, ...admitted.warnings]
  if (store.namespaces.has(name)) {
    const details = { name, kind: 'namespaces' }
    return { ...refusal(409, `namespaces "${name}" already exists`, 'AlreadyExists', details), warnings: said }
  }
  const spec = { finalizers }
  const { apiVersion, kind } = namespace
  const stored = { apiVersion, kind, metadata: encode(objectMeta, metadata), spec, status: { phase: 'Active' } }
  return { status: 201, warnings: said, body: stored }
}

/** As it is validated: with its name, which is a label as well, and what the server keeps of its metadata. */
function prepared({ metadata, spec }: Decoded<typeof namespaceType>, suffix: string) {
  const { name, generateName, namespace: within, labels, annotations, ownerReferences, finalizers } = metadata
  const isMade = name === '' && generateName !== ''
  const called = isMade ? `${generateName.slice(0, 58)}${suffix}` : name
  const labelled = called === '' ? labels : new Map([...labels, ['kubernetes.io/metadata.name', called]])
  const kept = { generateName, namespace: within, annotations, ownerReferences, finalizers }
  const own = spec.finalizers
  return {
    metadata: { ...objectMeta.zero(), ...kept, name: called, labels: labelled },
    finalizers: own.includes('kubernetes') ? own : [...own, 'kubernetes'],
  }
}
