import { z } from 'zod'
import { levels, stages } from '../validation/audit-policy/policy.ts'
import { type requestSettings, requestVerbs } from '../validation/audit-policy/request.ts'

const text = { type: 'string' } as const
const settings: Readonly<Record<(typeof requestSettings)[number], object>> = {
  user: {
    type: ['string', 'null'],
    description: 'Who asks. Left out: the administrator. null: somebody who could not be authenticated.',
    examples: ['jane', 'system:serviceaccount:prod:agent'],
  },
  groups: {
    type: 'array',
    items: text,
    description: 'Groups of the user, beside those that such a user always has.',
    examples: [['developers']],
  },
  in: { ...text, description: 'The namespace. Left out: a request across all namespaces.', examples: ['prod'] },
  group: {
    ...text,
    description: 'The API group of a resource that a plain cluster does not have.',
    examples: ['example.com'],
  },
  version: { ...text, description: 'The version of such a resource.', examples: ['v1alpha1'] },
  subresource: { ...text, description: 'The subresource, where a name looks like one.', examples: ['exec'] },
  name: { ...text, description: 'The name, where it looks like a subresource.', examples: ['status'] },
}

const verbs = requestVerbs.map(verb => [
  verb,
  {
    ...text,
    description: 'The verb, with what it acts on: a resource with its name and subresource, or a path.',
    examples: ['secrets/db', 'pods', 'pods/web/log', '/healthz'],
  },
])

/**
 * A request as editors are told of it. `readAuditRequest` reads it and says more precisely what is wrong, so the schema
 * itself lets everything through.
 */
export const askedRequest = z.unknown().meta({
  id: 'request',
  description: 'One request: a verb with what it acts on, who asks, and what has to be written of it.',
  type: 'object',
  properties: {
    ...Object.fromEntries(verbs),
    ...settings,
    level: { enum: [...levels], description: 'At which level it has to be written; `None` is not at all.' },
    stages: {
      type: 'array',
      minItems: 1,
      items: { enum: [...stages] },
      description: 'All stages at which it has to be written. Left out: any, but for the level.',
    },
  },
  required: ['level'],
  additionalProperties: false,
  examples: [{ get: 'secrets/db', user: 'jane', in: 'prod', level: 'Metadata' }],
})
