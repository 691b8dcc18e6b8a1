import { describe, expect, test } from 'vitest'
import { readAuditPolicy } from '#engine/validation/audit-policy/read.ts'
import { lessons } from '#packs/lessons.ts'
import { decideForm } from './decide-form.ts'
import { triedPolicy } from './decide-request.ts'
import { shortRequests } from './request-form.ts'

const text = (await lessons()).find(it => it.slug === 'audit-logging')?.examples['examples/policy.yaml'] ?? ''
const { value } = readAuditPolicy(text)
if (!value) throw new Error('The lesson’s policy cannot be read.')
const tried = triedPolicy(value, text)

const ask = (short: string) => shortRequests(short).map(form => decideForm(tried, form))[0]

/** Request → level, stages, what decided, lines. The lesson's text builds on these. */
const VERDICTS: readonly (readonly [string, string, string, string, readonly number[] | undefined])[] = [
  ['get secrets/db jane prod', 'Metadata', 'ResponseComplete', 'rule 3, lines 10 to 13', [10, 13]],
  ['delete pods/web jane prod', 'RequestResponse', 'ResponseComplete', 'rule 4, lines 14 to 19', [14, 19]],
  ['get pods/web/exec jane prod', 'Metadata', 'ResponseStarted, ResponseComplete', 'rule 5, lines 20 to 23', [20, 23]],
  [
    'delete pods/web jane dev',
    'not at all',
    'none',
    'no rule. A request that no rule matches is not logged.',
    undefined,
  ],
  ['watch endpoints system:kube-proxy', 'not at all', 'none', 'rule 1, lines 5 to 7, with level None', [5, 7]],
  ['get /healthz jane', 'not at all', 'none', 'rule 2, lines 8 to 9, with level None', [8, 9]],
]

/** What the form does not take, and a word of what it says. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['get secret/db jane prod', 'plural'],
  ['get Secrets/db jane prod', 'lower case'],
  ['get', 'plural'],
  ['get secrets/db', 'user'],
  ['get secrets/db jane', 'lie in a namespace'],
  ['get secrets jane prod', 'choose list'],
  ['get nodes/node01 jane prod', 'lie in no namespace'],
  ['get /healthz jane prod', 'A path lies in no namespace'],
  ['list /healthz jane', 'Nobody can list a path'],
  ['deletecollection secrets/db jane prod', 'deletecollection names nothing'],
  ['get secrets/a/b/c/d jane prod', 'names no resource'],
]

describe('a request against the policy of the lesson', () => {
  test.each(VERDICTS)('%s', (short, level, stages, by, lit) => {
    expect(ask(short)).toMatchObject({ level, stages, by })
    expect(ask(short)).toHaveProperty('request', expect.stringContaining(short.split(' ')[1] ?? ''))
    const answer = ask(short)
    expect(typeof answer === 'object' ? answer.lit : answer).toEqual(lit)
  })

  test('says why the rules before did not match', () => {
    expect(ask('get secrets/db jane prod')).toHaveProperty('passedOver', [
      'Rule 1 is for system:kube-proxy, not for jane.',
      'Rule 2 is for paths, not for resources.',
    ])
  })

  test.each(REFUSED)('%s', (short, word) => {
    expect(ask(short)).toEqual(expect.stringContaining(word))
  })
})
