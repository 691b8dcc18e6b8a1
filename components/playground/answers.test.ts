import { describe, expect, it } from 'vitest'
import { answerAsked } from './answer-asked.ts'
import { examples } from './examples/examples.ts'
import { type KindId, kinds } from './kinds.ts'
import { questionWords } from './question-words.ts'

/** What each question of each example comes to, in their order: outcome, and the first line of each lit place. */
const expected: Readonly<Record<KindId, readonly (readonly string[])[]>> = {
  'audit-policy': [
    ['Metadata @9', 'RequestResponse @13', 'not logged @6', 'Metadata @16'],
    ['Metadata @4', 'Metadata @4', 'not logged @13', 'not logged'],
  ],
  seccomp: [
    ['refused with EPERM @5', 'refused with EPERM @9', 'allowed @2', 'allowed @2'],
    ['allowed @5', 'the process is killed @9', 'allowed and logged @2'],
  ],
  'network-policy': [
    ['allowed @12', 'refused @8', 'refused @8', 'allowed'],
    ['refused @12', 'allowed @27', 'allowed @14', 'refused @12'],
  ],
  'pod-security': [
    ['refused @15 @20', 'refused @15 @20', 'admitted'],
    ['admitted', 'admitted', 'admitted'],
  ],
  apparmor: [
    ['allowed @4', 'denied @6', 'denied', 'denied'],
    ['allowed @2', 'denied @3', 'allowed'],
  ],
  rbac: [
    ['yes @10 @25', 'no', 'no', 'no'],
    ['yes @6 @20', 'no', 'yes @6 @33', 'no'],
  ],
}

describe.each(kinds)('$name', ({ id, fields }) => {
  it('has at least two examples, and every question of theirs is told what becomes of it', async () => {
    expect(examples[id].length).toBeGreaterThan(1)
    const outcomes = examples[id].map(({ text, questions }) =>
      Promise.all(
        questions.map(async form => {
          const { answer, isRead, problem } = await answerAsked({ kind: id, text, form })
          expect({ isRead, problem }).toEqual({ isRead: true, problem: undefined })
          return [answer?.outcome, ...(answer?.lit ?? []).map(([from]) => `@${from}`)].join(' ')
        }),
      ),
    )
    expect(await Promise.all(outcomes)).toEqual(expected[id])
  })

  it('asks in fields of its form, and no two questions of an example look alike', () => {
    const names: readonly string[] = fields.map(it => it.name)
    for (const { questions } of examples[id]) {
      for (const form of questions) expect(names).toEqual(expect.arrayContaining(Object.keys(form)))
      expect(new Set(questions.map(it => JSON.stringify(questionWords(it)))).size).toBe(questions.length)
    }
  })

  it.each([
    ['nothing', ''],
    ['words', 'what is this\n'],
    ['broken YAML', 'a: [b\n: c'],
    ['broken JSON', '{ "a": '],
    ['signs', '\u0000\uFEFF\u2028}{'],
    ['depth', '['.repeat(20_000)],
    ['length', 'a: b\n'.repeat(100_000)],
  ])('never throws: %s', async (_, text) => {
    const form = examples[id][0]?.questions[0] ?? {}
    for (const asked of [form, {}]) {
      const { isRead, answer } = await answerAsked({ kind: id, text, form: asked })
      if (!isRead) expect(answer).toBeUndefined()
    }
  })

  it('answers from the text that could be read last', async () => {
    const { text = '', questions = [] } = examples[id][0] ?? {}
    const form = questions[0] ?? {}
    const good = await answerAsked({ kind: id, text, form })
    const now = await answerAsked({ kind: id, text: '{ "a": ', before: text, form })
    expect(now.isRead).toBe(false)
    expect(now.marks.some(it => it.severity === 'error')).toBe(true)
    expect(now.answer).toEqual(good.answer)
  })

  it('says what is missing or wrong in a question', async () => {
    const { problem, answer } = await answerAsked({
      kind: id,
      text: examples[id][0]?.text ?? '',
      form: { version: 'newest' },
    })
    expect(answer).toBeUndefined()
    expect(problem).toMatch(/Write/)
  })
})

describe('reasons', () => {
  const why = async (kind: KindId, example: number, question: number) => {
    const { text = '', questions = [] } = examples[kind][example] ?? {}
    const { answer } = await answerAsked({ kind, text, form: questions[question] ?? {} })
    return answer?.why.map(({ label, says, state }) => `${state}: ${label} ${says}`)
  }
  it.each([
    [
      'audit-policy',
      0,
      0,
      [
        'passed: Rule 1 is for system:kube-proxy, not for jane.',
        'decides: Rule 2 matches and decides',
        'off: Rule 3 not asked any more',
        'off: Rule 4 not asked any more',
      ],
    ],
    [
      'seccomp',
      0,
      2,
      [
        'passed: Rule 2 names it, with conditions on its arguments',
        'decides: Default defaultAction, line 2: no rule matches',
      ],
    ],
    [
      'network-policy',
      0,
      1,
      [
        'passed: Leaving no policy selects this Pod: everything may pass',
        'decides: Arriving selected by shop/db, and no rule allows it',
        'off:  shop/db, ingress rule 1 is for other ports',
      ],
    ],
    [
      'pod-security',
      0,
      0,
      [
        'decides: Enforce host namespaces: hostNetwork=true',
        'decides: Enforce privileged: container "crane" must not set securityContext.privileged=true',
        'off: Level enforce: baseline:latest',
        'off: Level audit: privileged:latest',
        'off: Level warn: restricted:latest',
      ],
    ],
    [
      'apparmor',
      1,
      1,
      ['passed: Profile no-write, mode enforce', 'decides: Rule deny /** w', 'passed: Log nothing is written'],
    ],
    ['rbac', 0, 2, ['off: Role reader holds only in quay']],
    [
      'rbac',
      1,
      0,
      [
        'decides: Binding RoleBinding keepers gives secret-keeper in vault, lines 20 to 22',
        'decides: Rule * on secrets',
      ],
    ],
  ] as const)('%s, example %i, question %i', async (kind, example, question, rows) => {
    expect(await why(kind, example, question)).toEqual(rows)
  })
})
