import { z } from 'zod'

const words = z
  .array(z.string())
  .nullish()
  .transform(list => list ?? [])

/** A rule of a role as JSON. */
export const policyRule = z.object({
  verbs: words,
  apiGroups: words,
  resources: words,
  resourceNames: words,
  nonResourceURLs: words,
})

const word = z.string().default('')

/** What a request is about. */
export const action = z.object({
  verb: z.string(),
  apiGroup: word,
  resource: word,
  subresource: word,
  name: word,
  namespace: word,
  path: word,
  resourceRequest: z.boolean(),
})
