import { type Decoded, decode, type GoType } from '../../validation/kubernetes/decode.ts'
import type { FieldError } from '../../validation/kubernetes/field-error.ts'
import { at } from '../../validation/kubernetes/field-path.ts'
import type { objectMeta } from '../../validation/kubernetes/metadata-type.ts'
import { metadataErrors } from '../../validation/kubernetes/object-meta.ts'
import { readObjectText, strictWords } from '../../validation/kubernetes/read-object.ts'
import { otherKind, unrecognizedBody, type WantedKind } from '../../validation/kubernetes/wanted-kind.ts'
import { type Evaluator, evaluator, type Line, undecided } from '../evaluator.ts'
import { rawValue } from '../raw-value.ts'
import { accepted, bodyText, exchange, isObject, merged, refused, refusedAsInvalid } from './http.ts'
import { storedMetadata } from './stored-metadata.ts'

type Metadata = Decoded<typeof objectMeta>

/** How the API server takes objects of a kind: `T` is what is decoded, `V` what validation looks at. */
export interface ObjectKind<T, V> extends WantedKind {
  readonly isNamespaced: boolean
  /** Whether changes of what is wanted are counted. */
  readonly hasGeneration: boolean
  readonly type: GoType<T>
  /** With its defaults. */
  take(decoded: T, namespace: string): V
  nameErrors(name: string): readonly string[]
  errors(value: V): readonly FieldError[]
  /** What is said besides when an object is changed; some things are checked twice. */
  changeErrors(before: V, after: V): readonly FieldError[]
  warnings(value: V): readonly string[]
  /** The fields as they are stored, but for the metadata. */
  stored(value: V): Line
}

interface Asked {
  readonly method: string
  readonly namespace: string
  /** `''` where the URL names none. */
  readonly name: string
  readonly body: string
  readonly setup: readonly unknown[]
}

export type Answering = (asked: Asked) => Line

/** What the API server answers to requests about objects of some kinds, by their names in URLs. */
export function objectExchanges(says: string, kinds: Readonly<Record<string, Answering>>): Evaluator {
  return evaluator(says, exchange, ({ setup, request: { method, path, body } }, text) => {
    const [, namespace = '', resource = '', name = ''] =
      /^\/apis\/[^/]+\/[^/]+(?:\/namespaces\/([^/]+))?\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? []
    const answer = kinds[resource]
    if (!answer) return undecided(`What ${method} does at ${path} is not told yet.`)
    // JavaScript rounds large numbers, so an object is taken as it is written.
    const written = rawValue(rawValue(text, 'request') ?? '{}', 'body')
    const sent = typeof body === 'string' ? body : (written ?? bodyText(body))
    return answer({ method, namespace, name, body: sent, setup })
  })
}

/** How requests about objects of a kind are answered: made, replaced, or changed by a merge patch. */
export function answering<T extends { readonly metadata: Metadata }, V>(kind: ObjectKind<T, V>): Answering {
  return asked => {
    const { method, name, setup, namespace } = asked
    if (method === 'POST' && name === '') return created(kind, asked)
    const object = setup.find(
      it => isObject(it) && it.kind === kind.kind && isObject(it.metadata) && it.metadata.name === name,
    )
    if (!object || !['PUT', 'PATCH'].includes(method)) return undecided(`What ${method} does here is not told yet.`)
    const before = read(kind, { ...asked, body: bodyText(object) })
    if ('response' in before) return undecided('What is there already could not be read.')
    const stored = storedObject(kind, before, namespace, 1)
    return changed(kind, before.value, stored, {
      ...asked,
      body: method === 'PUT' ? asked.body : bodyText(merged(stored, JSON.parse(asked.body))),
    })
  }
}

interface Read<V> {
  readonly value: V
  readonly metadata: Metadata
}

function created<T extends { readonly metadata: Metadata }, V>(kind: ObjectKind<T, V>, asked: Asked): Line {
  const given = read(kind, asked)
  if ('response' in given) return given.response
  const taken = { ...given, metadata: named(given.metadata) }
  const errors = [...metadataOf(kind, taken, asked.namespace), ...kind.errors(taken.value)]
  if (errors.length > 0) return refusedAsInvalid(kind, taken.metadata.name, errors)
  return accepted(201, storedObject(kind, taken, asked.namespace, 1), kind.warnings(taken.value))
}

/** The API server makes a name up where only its beginning is given. */
function named(metadata: Metadata): Metadata {
  const { name, generateName } = metadata
  return name === '' && generateName !== '' ? { ...metadata, name: `${generateName.slice(0, 58)}xxxxx` } : metadata
}

function changed<T extends { readonly metadata: Metadata }, V>(
  kind: ObjectKind<T, V>,
  before: V,
  stored: Line,
  asked: Asked,
): Line {
  const taken = read(kind, asked)
  if ('response' in taken) return taken.response
  const { name } = taken.metadata
  if (name !== asked.name)
    return refused(
      400,
      `the name of the object (${name}) does not match the name on the URL (${asked.name})`,
      'BadRequest',
    )
  const errors = [
    ...metadataOf(kind, taken, asked.namespace),
    ...kind.errors(taken.value),
    ...kind.changeErrors(before, taken.value),
  ]
  if (errors.length > 0) return refusedAsInvalid(kind, name, errors)
  const isSame = JSON.stringify(kind.stored(before)) === JSON.stringify(kind.stored(taken.value))
  const generation = isSame ? 1 : 2
  return accepted(
    200,
    { ...stored, ...storedObject(kind, taken, asked.namespace, generation) },
    kind.warnings(taken.value),
  )
}

/** Decodes a body strictly, as an object of the kind that its URL is about. */
function read<T extends { readonly metadata: Metadata }, V>(
  kind: ObjectKind<T, V>,
  { body, namespace }: Asked,
): Read<V> | { readonly response: Line } {
  const bad = (why: string) => ({ response: refused(400, why, 'BadRequest') })
  const text = readObjectText(body)
  if ('refused' in text) return bad(unrecognizedBody(kind.kind, text.refused, body))
  const other = otherKind(text.node, body, kind)
  if (other !== undefined) return bad(other)
  const { value, error, strict } = decode(kind.type, text.node)
  const words = error?.message ?? strictWords(text.duplicates, strict)
  const version = kind.apiVersion.split('/').at(-1)
  if (words !== undefined)
    return bad(`${kind.kind} in version "${version}" cannot be handled as a ${kind.kind}: ${words}`)
  const { metadata } = value
  if (kind.isNamespaced && metadata.namespace !== '' && metadata.namespace !== namespace)
    return bad('the namespace of the provided object does not match the namespace sent on the request')
  return { value: kind.take(value, namespace), metadata }
}

function metadataOf<T, V>(kind: ObjectKind<T, V>, { metadata }: Read<V>, namespace: string): readonly FieldError[] {
  const { isNamespaced, nameErrors } = kind
  return metadataErrors({ ...metadata, namespace }, at('metadata'), { isNamespaced, nameErrors })
}

function storedObject<T, V>(
  { apiVersion, kind, hasGeneration, stored }: ObjectKind<T, V>,
  { value, metadata }: Read<V>,
  namespace: string,
  generation: number,
): Line {
  const kept = storedMetadata(metadata, namespace)
  return { kind, apiVersion, metadata: hasGeneration ? { ...kept, generation } : kept, ...stored(value) }
}
