import { type ConfigRefusal, readConfig } from '../flags/configs/config-document.ts'
import type { Files } from '../flags/files.ts'
import { aggregate, duplicate, type FieldError, invalid, notSupported, required } from '../kubernetes/field-error.ts'
import { at, child } from '../kubernetes/field-path.ts'
import { subdomainErrors } from '../kubernetes/names.ts'
import { authorizationConfiguration, type RawAuthorization } from './authorization-type.ts'
import { type AuthDecision, decided, type Judgement, refusedAs, together } from './decision.ts'
import { notWanted, otherKinds } from './other-kinds.ts'
import { validateWebhook } from './validate-webhook.ts'

/** Who is asked whether a request may be, in this order. */
export interface Authorizer {
  readonly type: string
  readonly name: string
}

const types = ['ABAC', 'AlwaysAllow', 'AlwaysDeny', 'Node', 'RBAC', 'Webhook']
const before = 'failed to load AuthorizationConfiguration from file: '

/**
 * What kube-apiserver v1.35 makes of the file of `--authorization-config`. `files` are those that the server sees. The
 * words are those that it prints behind `err=`. Never throws.
 */
export function decideAuthorization(text: string, files: Files): AuthDecision<readonly Authorizer[]> {
  // An empty file is a configuration without authorizers.
  const read = text === '' ? { value: { authorizers: [] }, strictError: undefined } : readFile(text)
  if ('error' in read) return refusedAs(`${before}${notWanted(read, 'AuthorizationConfiguration')}`, read)
  if (read.strictError !== undefined) return refusedAs(`${before}${read.strictError}`)
  const authorizers = read.value.authorizers.map(({ type, name }) => ({ type, name }))
  const decision = decided(authorizers, validate(read.value.authorizers, files))
  if (decision.is !== 'taken') return decision
  const misnamed = authorizers.filter(({ type, name }) => type !== 'Webhook' && name !== type.toLowerCase())
  if (misnamed.length === 0) return decision
  const words = misnamed.map(
    ({ type, name }) => `expected name ${type.toLowerCase()} for authorizer ${type} instead of ${name}`,
  )
  return refusedAs(aggregate(words))
}

function readFile(text: string): ReturnType<typeof readConfig<RawAuthorization>> | ConfigRefusal {
  return readConfig(text, { ...authorizationConfiguration, others: otherKinds('AuthorizationConfiguration') })
}

function validate(authorizers: RawAuthorization['authorizers'], files: Files): Judgement {
  if (authorizers.length === 0)
    return { errors: [required(at('authorizers'), 'at least one authorization mode must be defined')] }
  const seenTypes = new Set<string>()
  const seenNames = new Set<string>()
  return together(
    ...authorizers.map(({ type, name, webhook }, index): Judgement => {
      const here = at('authorizers', index)
      const one = (error: FieldError): Judgement => ({ errors: [error] })
      if (type === '') return one(required(child(here, 'type')))
      if (!types.includes(type)) return one(notSupported(child(here, 'type'), type, types))
      if (seenTypes.has(type) && type !== 'Webhook') return one(duplicate(child(here, 'type'), type))
      seenTypes.add(type)
      const named = { errors: nameErrors(name, index, seenNames) }
      seenNames.add(name)
      const field = child(here, 'webhook')
      if (type !== 'Webhook')
        return webhook
          ? together(named, one(invalid(field, 'non-null', 'may only be specified when type=Webhook')))
          : named
      if (!webhook) return together(named, one(required(field, 'required when type=Webhook')))
      return together(named, validateWebhook(webhook, here, files))
    }),
  )
}

function nameErrors(name: string, index: number, seen: ReadonlySet<string>): readonly FieldError[] {
  const here = at('authorizers', index, 'name')
  if (name === '') return [required(here)]
  if (seen.has(name)) return [duplicate(here, name)]
  const wrong = subdomainErrors(name)
  return wrong.length === 0 ? [] : [invalid(here, name, `authorizer name is invalid: ${wrong.join(', ')}`)]
}
