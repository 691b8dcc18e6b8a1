import { listOf, mapOf, plainType, string, type Type } from './types.ts'

const strings = listOf(string)
const object = (name: string, fields: Readonly<Record<string, Type>>): Type => ({
  kind: 'object',
  name: `kubernetes.${name}`,
  fields,
})
const requirement = object('SelectorRequirement', { key: string, operator: string, values: strings })
const selector = (name: string) => object(name, { rawSelector: string, requirements: listOf(requirement) })
const extra = mapOf(string, strings)

/** What stands for itself in an expression about the claims of a token. */
export const claims: Readonly<Record<string, Type>> = { claims: mapOf(string, plainType('any')) }

/** The same about the user that comes of it. */
export const user: Readonly<Record<string, Type>> = {
  user: object('UserInfo', { username: string, uid: string, groups: strings, extra }),
}

/** The same about a request whose authorization is asked for. */
export const request: Readonly<Record<string, Type>> = {
  request: object('SubjectAccessReviewSpec', {
    resourceAttributes: object('ResourceAttributes', {
      ...{ namespace: string, verb: string, group: string, version: string },
      ...{ resource: string, subresource: string, name: string },
      fieldSelector: selector('FieldSelectorAttributes'),
      labelSelector: selector('LabelSelectorAttributes'),
    }),
    nonResourceAttributes: object('NonResourceAttributes', { path: string, verb: string }),
    user: string,
    groups: strings,
    extra,
    uid: string,
  }),
}
