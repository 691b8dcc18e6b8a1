import type { z } from 'zod'
import { answerRequest } from '../../cluster/api/answer-request.ts'
import { storeOf } from '../../cluster/api/store.ts'
import { readObjectText } from '../../validation/kubernetes/read-object.ts'
import { otherKind } from '../../validation/kubernetes/wanted-kind.ts'
import type { RuntimeClass } from '../../validation/runtime-class/objects.ts'
import { type ManifestReading, readManifests } from '../../validation/runtime-class/read.ts'
import { plainValue } from '../../yaml/go/json-text.ts'
import { type Evaluator, evaluator, type Line, undecided } from '../evaluator.ts'
import { accepted, answered, bodyText, causeOf, exchange, isObject, merged, refused } from './http.ts'
import { amounts, shownToleration } from './stored-amounts.ts'
import { storedDeployment } from './stored-deployment.ts'

const runtimeClass = { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass' }
const older = { otherVersions: ['v1alpha1', 'v1beta1'] }

/** What the API server answers to requests about RuntimeClasses, and Pods that name one. */
export const runtimeClassExchanges: Evaluator = evaluator(
  'a request to the API server about RuntimeClasses and Pods, and the objects before it: its answer',
  exchange,
  ({ setup, request }) => {
    const classes = new Map(
      setup.flatMap(it => readManifests(bodyText(it)).value?.classes ?? []).map(it => [it.name, it]),
    )
    const { method, path, body } = request
    const [, existing] = /\/runtimeclasses\/([^/]+)$/.exec(path) ?? []
    if (method === 'POST' && path.endsWith('/runtimeclasses')) return created(body)
    if (method === 'POST' && path.endsWith('/pods')) return createdPod(request, setup)
    if (method === 'PUT' && existing !== undefined)
      return unversioned(body, existing) ?? updated(body, existing, classes)
    if (method === 'POST' && path.endsWith('/deployments')) return storedDeployment(body, path)
    if (method === 'PATCH' && existing !== undefined) return patched(body, existing, classes, setup)
    return undecided(`What ${method} does at ${path} is not told yet.`)
  },
)

function created(body: unknown): Line {
  const read = readClass(body)
  return 'response' in read ? read.response : asStored(201, read.object, read.reading)
}

/** A Pod, by the same code as in every other recording. */
function createdPod({ method, path, body }: z.infer<typeof exchange>['request'], setup: readonly unknown[]): Line {
  const request = { method, path, query: { fieldValidation: 'Strict' }, body: bodyText(body), suffix: 'xxxxx' }
  const answer = answerRequest(request, storeOf(setup.map(bodyText)))
  return answer ? answered(answer) : undecided(`What ${method} does at ${path} is not told yet.`)
}

function updated(body: unknown, name: string, classes: ReadonlyMap<string, RuntimeClass>): Line {
  const before = classes.get(name)
  if (!before) return undecided(`There is no RuntimeClass ${name} to change.`)
  const read = readClass(body)
  const object = 'response' in read ? body : read.object
  const given = nameIn(object)
  if (given !== name)
    return refused(400, `the name of the object (${given}) does not match the name on the URL (${name})`, 'BadRequest')
  const handler: unknown = isObject(object) ? (object.handler ?? '') : ''
  const errors = 'response' in read ? read.errors : []
  if (!errors) return 'response' in read ? read.response : undecided('The RuntimeClass could not be read.')
  if (handler === before.handler) return 'response' in read ? read.response : asStored(200, read.object, read.reading)
  const immutable = `handler: Invalid value: ${JSON.stringify(handler)}: field is immutable`
  return invalid(name, [...errors, immutable])
}

/** What is replaced has to say which version of it is meant. */
function unversioned(body: unknown, name: string): Line | undefined {
  const metadata = isObject(body) && isObject(body.metadata) ? body.metadata : {}
  if (metadata.resourceVersion || metadata.name !== name) return undefined
  const [field, message] = ['metadata.resourceVersion', 'Invalid value: 0: must be specified for an update']
  const words = `runtimeclasses.node.k8s.io ${JSON.stringify(name)} is invalid: ${field}: ${message}`
  const causes = [{ reason: 'FieldValueInvalid', message, field }]
  return refused(422, words, 'Invalid', { name, group: 'node.k8s.io', kind: 'runtimeclasses', causes })
}

function patched(
  patch: unknown,
  name: string,
  classes: ReadonlyMap<string, RuntimeClass>,
  setup: readonly unknown[],
): Line {
  const before = setup.find(it => isObject(it) && it.kind === 'RuntimeClass' && nameIn(it) === name)
  return before
    ? updated(merged(before, patch), name, classes)
    : undecided(`There is no RuntimeClass ${name} to change.`)
}

type Read =
  | { readonly object: unknown; readonly reading: ManifestReading }
  /** `errors` are those of validation. */
  | { readonly response: Line; readonly errors: readonly string[] | undefined }

/** Reads a body as the kind that its URL is about; apiVersion and kind may be left out. */
function readClass(body: unknown): Read {
  const text = bodyText(body)
  const sent = readObjectText(text)
  if ('refused' in sent) {
    const why = `the object provided is unrecognized (must be of type ${runtimeClass.kind}): ${sent.refused}`
    return { response: refused(400, why, 'BadRequest'), errors: undefined }
  }
  const written = plainValue(sent.node)
  const other = otherKind(sent.node, text, { ...runtimeClass, ...older })
  if (other !== undefined) return { response: refused(400, other, 'BadRequest'), errors: undefined }
  const object = isObject(written) ? { ...runtimeClass, ...written } : written
  const reading = readManifests(typeof body === 'string' ? body : bodyText(object))
  const [first] = reading.refused
  if (!first) return { object, reading }
  if (first.errors) return { response: invalid(nameIn(object), first.errors), errors: first.errors }
  return { response: refused(400, first.words, 'BadRequest'), errors: undefined }
}

function invalid(name: string, errors: readonly string[]): Line {
  const different = [...new Set(errors)]
  const words = different.length === 1 ? different[0] : `[${different.join(', ')}]`
  const message = `RuntimeClass.node.k8s.io ${JSON.stringify(name)} is invalid: ${words}`
  const details = {
    ...(name !== '' && { name }),
    group: 'node.k8s.io',
    kind: 'RuntimeClass',
    causes: errors.map(causeOf),
  }
  return refused(422, message, 'Invalid', details)
}

/** The class as it is stored and returned. */
function asStored(status: 200 | 201, object: unknown, { value }: ManifestReading): Line {
  const stored = value?.classes[0]
  if (!stored || !isObject(object)) return undecided('The RuntimeClass could not be read.')
  const { handler, overhead, nodeSelector, tolerations } = stored
  const scheduling = {
    ...(nodeSelector.size > 0 && { nodeSelector: Object.fromEntries(nodeSelector) }),
    ...(tolerations.length > 0 && { tolerations: tolerations.map(shownToleration) }),
  }
  return accepted(status, {
    ...runtimeClass,
    ...{ metadata: object.metadata, handler },
    ...(isObject(object.overhead) && {
      overhead: overhead && overhead.size > 0 ? { podFixed: amounts(overhead) } : {},
    }),
    ...(isObject(object.scheduling) && { scheduling }),
  })
}

function nameIn(object: unknown): string {
  const metadata = isObject(object) ? object.metadata : undefined
  const name = isObject(metadata) ? metadata.name : undefined
  return typeof name === 'string' ? name : ''
}
