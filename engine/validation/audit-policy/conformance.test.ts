import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { compileAuditPolicy } from './evaluate.ts'
import { readAuditPolicy } from './read.ts'

const folder =
  process.env.BREAKWATER_CONFORMANCE ?? fileURLToPath(new URL('../../../../shared/conformance', import.meta.url))
const recorded = (name: string) => `${folder}/kubernetes/${name}.jsonl`

const request = z.object({
  user: z.string().nullable(),
  groups: z.array(z.string()),
  verb: z.string(),
  apiGroup: z.string(),
  apiVersion: z.string(),
  resource: z.string(),
  subresource: z.string(),
  name: z.string(),
  namespace: z.string(),
  path: z.string(),
  resourceRequest: z.boolean(),
})
const verdict = z.object({
  level: z.string(),
  rule: z.int(),
  omitStages: z.array(z.string()).nullish(),
  omitManagedFields: z.boolean().nullish(),
})
const evaluated = z.object({
  id: z.string(),
  policy: z.string(),
  requests: z.array(request),
  verdicts: z.array(verdict),
})
const loaded = z.object({ id: z.string(), text: z.string(), ok: z.boolean(), error: z.string().optional() })

it('decides every recorded request as the API server did', () => {
  const wrong: string[] = []
  for (const { id, policy, requests, verdicts } of lines('audit-eval', evaluated)) {
    const { value, refusal } = readAuditPolicy(policy)
    if (!value || refusal !== undefined) {
      wrong.push(`${id}: refused`)
      continue
    }
    const decide = compileAuditPolicy(value)
    requests.forEach((asked, i) => {
      const { level, rule, omitStages, omitManagedFields } = decide(asked)
      const want = verdicts[i]
      const same =
        level === want?.level &&
        rule === want.rule &&
        omitStages.join() === (want.omitStages ?? []).join() &&
        omitManagedFields === (want.omitManagedFields ?? false)
      if (!same) wrong.push(`${id}: request ${i}`)
    })
  }
  expect(wrong).toEqual([])
})

it('loads or refuses every recorded policy as the API server did', () => {
  const wrong = lines('audit-load', loaded).filter(
    ({ text, ok }) => (readAuditPolicy(text).refusal === undefined) !== ok,
  )
  expect(wrong.map(({ id }) => id)).toEqual([])
})

it("refuses with the API server's own words where its validation does", () => {
  const invalid = lines('audit-load', loaded).filter(({ error }) => error && !error.startsWith('failed decoding'))
  const wrong = invalid.filter(({ text, error }) => readAuditPolicy(text).refusal !== error)
  expect(wrong.map(({ id }) => id)).toEqual([])
})

it('reads and decides through the path that recordings take', () => {
  const { value } = readAuditPolicy(
    'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{ level: Request, verbs: [get] }]\n',
  )
  if (!value) throw new Error('the policy was not read')
  const asked = {
    user: 'kim',
    groups: [],
    apiGroup: '',
    apiVersion: 'v1',
    resource: 'pods',
    subresource: '',
    name: 'a',
  }
  const decide = compileAuditPolicy(value)
  const at = { namespace: 'b', path: '/api/v1/namespaces/b/pods/a', resourceRequest: true }
  expect(decide({ ...asked, ...at, verb: 'get' })).toMatchObject({ level: 'Request', rule: 0 })
  expect(decide({ ...asked, ...at, verb: 'list' })).toMatchObject({ level: 'None', rule: -1 })
})

function lines<T>(name: string, shape: z.ZodType<T>): readonly T[] {
  return readFileSync(recorded(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => shape.parse(JSON.parse(line)))
}
