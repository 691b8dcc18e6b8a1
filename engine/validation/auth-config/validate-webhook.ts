import type { Files } from '../flags/files.ts'
import { durationText } from '../kubernetes/duration.ts'
import {
  duplicate,
  type FieldError,
  inJson,
  invalid,
  notSupported,
  required,
  tooMany,
} from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import type { RawWebhook } from './authorization-type.ts'
import type { Judgement } from './decision.ts'
import { compileCondition } from './expression/compile.ts'

const second = 1_000_000_000n
const mostConditions = 64

/**
 * What the server says of a webhook that authorizes. Kubernetes prints its fields without `webhook` between; `here` is
 * the authorizer, and errors point into its webhook.
 */
export function validateWebhook(webhook: RawWebhook, here: FieldPath, files: Files): Judgement {
  const field = (...steps: readonly string[]): FieldPath => ({
    path: [...here.path, 'webhook', ...steps],
    field: child(here, ...steps).field,
  })
  const conditions = validateConditions(webhook.matchConditions, field('matchConditions'))
  const connection = validateConnection(webhook.connectionInfo, field, files)
  const errors = [...settings(webhook, field), ...connection.errors, ...conditions.errors]
  const unknown = connection.unknown ?? conditions.unknown
  return { errors, ...(unknown !== undefined && { unknown }) }
}

type FieldOf = (...steps: readonly string[]) => FieldPath

function settings(webhook: RawWebhook, field: FieldOf): readonly FieldError[] {
  const errors: FieldError[] = []
  const { timeout, subjectAccessReviewVersion: asked, matchConditionSubjectAccessReviewVersion: matched } = webhook
  if (timeout === 0n) errors.push(required(field('timeout')))
  else if (timeout > 30n * second || timeout < 0n)
    errors.push(invalid(field('timeout'), durationText(timeout), 'must be > 0s and <= 30s'))
  // Where no time is given, five minutes and thirty seconds hold.
  for (const name of ['authorizedTTL', 'unauthorizedTTL'] as const)
    if (webhook[name] < 0n) errors.push(invalid(field(name), durationText(webhook[name]), 'must be > 0s'))
  if (asked === '') errors.push(required(field('subjectAccessReviewVersion')))
  else if (asked !== 'v1' && asked !== 'v1beta1')
    errors.push(notSupported(field('subjectAccessReviewVersion'), asked, ['v1', 'v1beta1']))
  const match = field('matchConditionSubjectAccessReviewVersion')
  if (matched === '' && webhook.matchConditions.length > 0)
    errors.push(required(match, 'required if match conditions are specified'))
  else if (matched !== '' && matched !== 'v1') errors.push(notSupported(match, matched, ['v1']))
  if (webhook.failurePolicy === '') errors.push(required(field('failurePolicy')))
  else if (!['NoOpinion', 'Deny'].includes(webhook.failurePolicy))
    errors.push(notSupported(field('failurePolicy'), webhook.failurePolicy, ['NoOpinion', 'Deny']))
  return errors
}

function validateConnection(info: RawWebhook['connectionInfo'], field: FieldOf, files: Files): Judgement {
  const [type, file] = [field('connectionInfo', 'type'), field('connectionInfo', 'kubeConfigFile')]
  const { kubeConfigFile: path } = info
  const one = (error: FieldError): Judgement => ({ errors: [error] })
  switch (info.type) {
    case '':
      return one(required(type))
    case 'InClusterConfig':
      return path === undefined ? { errors: [] } : one(invalid(file, path, 'can only be set when type=KubeConfigFile'))
    case 'KubeConfigFile':
      break
    default: {
      const shown = inJson({ Type: info.type, KubeConfigFile: path ?? null })
      return one(notSupported(type, shown, ['InClusterConfig', 'KubeConfigFile']))
    }
  }
  if (path === undefined || path === '') return one(required(file))
  if (!path.startsWith('/')) return one(invalid(file, path, 'must be an absolute path'))
  const seen = files.look(path)
  if (seen.is === 'unknown') return { errors: [], unknown: seen.undecided }
  if (seen.is === 'missing')
    return one(invalid(file, path, `error loading file: stat ${path}: no such file or directory`))
  return seen.is === 'directory' ? one(invalid(file, path, 'must be a regular file')) : { errors: [] }
}

function validateConditions(conditions: RawWebhook['matchConditions'], here: FieldPath): Judgement {
  if (conditions.length > mostConditions) return { errors: [tooMany(here, conditions.length, mostConditions)] }
  const errors: FieldError[] = []
  const seen = new Set<string>()
  let unknown: string | undefined
  for (const [index, { expression }] of conditions.entries()) {
    const at = child(here, index, 'expression')
    if (expression.trim() === '') errors.push(required(at))
    else if (seen.has(expression)) errors.push(duplicate(at, expression))
    else {
      seen.add(expression)
      const compiled = compileCondition(expression)
      if ('error' in compiled) errors.push(invalid(at, expression, compiled.error))
      if ('undecided' in compiled) unknown ??= compiled.undecided
    }
  }
  return { errors, ...(unknown !== undefined && { unknown }) }
}
