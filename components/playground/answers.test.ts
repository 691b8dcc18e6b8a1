import { describe, expect, it } from 'vitest'
import { answerAsked } from './answer-asked.ts'
import { examples } from './examples/examples.ts'
import { type KindId, kinds } from './kinds.ts'
import { questionWords } from './question-words.ts'

/** What each question of each example comes to, in their order: outcome, and the first line of each lit place. */
const expected: Readonly<Record<KindId, readonly (readonly string[])[]>> = {
  'audit-policy': [
    ['Metadata @9', 'RequestResponse @13', 'not logged @6', 'Metadata @16', 'RequestResponse @13', 'Metadata @9'],
    ['Metadata @4', 'Metadata @4', 'not logged @13', 'not logged'],
  ],
  seccomp: [
    ['refused with EPERM @5', 'refused with EPERM @9', 'allowed @2', 'allowed @2', 'allowed @2'],
    ['allowed @5', 'the process is killed @9', 'allowed and logged @2'],
    ['allowed @18', 'refused with EPERM @2', 'allowed @18', 'the thread is killed', 'allowed @10'],
  ],
  'network-policy': [
    ['allowed @12', 'refused @8', 'refused @8', 'allowed'],
    ['refused @12', 'allowed @27', 'allowed @14', 'refused @12'],
    ['allowed @9 @26', 'refused @6 @24', 'allowed @14', 'refused @24'],
  ],
  'pod-security': [
    ['refused @15 @20', 'refused @15 @20', 'admitted'],
    ['admitted', 'admitted', 'admitted'],
    ['admitted, its Pods refused @21', 'admitted', 'admitted'],
  ],
  apparmor: [
    ['allowed @4', 'denied @6', 'denied', 'denied', 'denied', 'denied'],
    ['allowed @2', 'denied @3', 'allowed'],
    [
      ...['allowed @3', 'denied @4', 'allowed @21', 'denied', 'allowed @7', 'denied', 'allowed @10', 'denied @11'],
      ...['allowed @12', 'not decided here'],
    ],
  ],
  rbac: [
    ['yes @10 @25', 'no', 'no', 'no', '1 subject @7 @25'],
    ['yes @6 @20', 'no', 'yes @6 @33', 'no', '2 subjects @6 @33 @20', 'yes', 'no @6'],
    ['yes @6 @34', 'yes @13 @34', 'no', 'yes @9', 'yes', 'no @21'],
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

describe('how often each rule decides', () => {
  const rowsOf = async (kind: KindId, text: string) => {
    const { tally } = await answerAsked({ kind, text, form: {} })
    return tally?.rows.map(({ label, says, count }) => `${label}, ${says}: ${count}`)
  }

  it.each(kinds)('$name: every usual question is decided by something, and only once', async ({ id }) => {
    for (const { text } of examples[id]) {
      const { tally } = await answerAsked({ kind: id, text, form: {} })
      expect(tally?.total).toBeGreaterThan(30)
      const sum = tally?.rows.reduce((all, it) => all + it.count, 0)
      // Both sides of a connection decide, and several checks refuse the same Pod.
      const isShared = id === 'network-policy' || id === 'pod-security'
      if (isShared) for (const { count } of tally?.rows ?? []) expect(count).toBeLessThanOrEqual(tally?.total ?? 0)
      else expect(sum).toBe(tally?.total)
    }
  })

  it('tells of a rule that comes too late', async () => {
    const rows = await rowsOf('audit-policy', examples['audit-policy'][1]?.text ?? '')
    expect(rows?.slice(1, 2)).toEqual(['Rule 2, RequestResponse: 0'])
  })

  it('asks a condition on arguments with arguments that meet it', async () => {
    const text = JSON.stringify({
      defaultAction: 'SCMP_ACT_ALLOW',
      architectures: ['SCMP_ARCH_X86_64'],
      syscalls: ['EQ', 'NE', 'LT', 'LE', 'GT', 'GE'].map((op, at) => ({
        names: ['socket', 'clone', 'ioctl', 'prctl', 'kill', 'dup'].slice(at, at + 1),
        action: 'SCMP_ACT_ERRNO',
        args: [{ index: at, value: 40, op: `SCMP_CMP_${op}` }],
      })),
    })
    const rows = await rowsOf('seccomp', text)
    expect(rows?.slice(0, 6).filter(it => it.endsWith(': 0'))).toEqual([])
  })

  it('stays within its work, however much is named', async () => {
    const many = (word: string) => Array.from({ length: 800 }, (_, at) => `"${word}${at}"`).join(', ')
    const rule = `  - level: Metadata\n    users: [${many('u')}]\n    namespaces: [${many('n')}]\n    resources:\n      - group: apps\n        resources: [${many('r')}]\n`
    const audit = `apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n${rule}`
    const { tally } = await answerAsked({ kind: 'audit-policy', text: audit, form: {} })
    expect(tally?.total).toBeLessThan(200_000)
    const policy = (at: number) =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p${at}, namespace: n${at} }\nspec: { podSelector: { matchLabels: { a: b${at} } } }\n`
    const text = Array.from({ length: 300 }, (_, at) => policy(at)).join('---\n')
    const network = await answerAsked({ kind: 'network-policy', text, form: {} })
    expect(network.tally?.total).toBeLessThan(10_000)
    expect(network.reach?.leftOut).toBeGreaterThan(100)
  })
})

describe('who reaches whom', () => {
  it('is told for Pods, for those that only selectors tell of, and for addresses', async () => {
    const { text = '' } = examples['network-policy'][2] ?? {}
    const { reach } = await answerAsked({ kind: 'network-policy', text, form: {} })
    expect(reach?.ends).toEqual(['shop/web-0', 'shop/api-0', 'elsewhere/stranger', '203.0.113.7', '10.20.0.0'])
    expect(reach?.open[0]).toEqual(['', '8080', '', '', '443'])
    expect(reach?.open[2]).toEqual(['all', '', '', 'all', 'all'])
  })
})

describe('what can be asked', () => {
  const ask = async (kind: KindId, example: number, form: Readonly<Record<string, string>>) => {
    const { answer, problem } = await answerAsked({ kind, text: examples[kind][example]?.text ?? '', form })
    return problem ?? `${answer?.outcome}, ${answer?.by}`
  }
  const jane = { user: 'jane', namespace: 'harbour' }
  const robot = { user: 'system:serviceaccount:quay:robot', namespace: 'quay' }
  const web = { from: 'shop/web-0', to: 'shop/api-0', protocol: 'TCP' }
  it.each([
    ['audit-policy', 0, { ...jane, verb: 'patch', what: 'deployments/web' }, 'RequestResponse, rule 3, lines 13 to 15'],
    ['audit-policy', 0, { ...jane, verb: 'get', what: 'pods/web-0/proxy' }, 'Metadata, rule 4, line 16'],
    ['audit-policy', 0, { ...jane, verb: 'get', what: 'boats.example.com/one' }, 'Metadata, rule 4, line 16'],
    ['audit-policy', 0, { ...jane, verb: 'get', what: 'boats/one' }, /^No resource of a plain cluster is called boats/],
    ['audit-policy', 0, { ...jane, verb: 'get', what: '/healthz' }, /^A path lies in no namespace/],
    ['audit-policy', 0, { ...jane, verb: 'GET', what: 'pods/a' }, /^Write a verb in small letters/],
    ['audit-policy', 0, { ...jane, verb: 'get', what: 'pods' }, /^Which one/],
    ['audit-policy', 0, { user: '', verb: 'get', what: '/x' }, 'Write a user’s name.'],
    ['audit-policy', 1, { user: 'kim', groups: 'system:nodes', verb: 'post', what: '/x' }, /^not logged, rule 3/],
    ['rbac', 0, { ...robot, verb: 'get', what: 'pods/log' }, /^yes, rule 1 of Role reader/],
    ['rbac', 0, { ...robot, verb: 'use', what: 'pods/a' }, /^no,/],
    ['rbac', 0, { ask: 'May they bind a role?', ...robot, role: 'reader' }, /^yes, cover/],
    ['rbac', 0, { ask: 'May they bind a role?', ...robot, role: 'writer' }, /has no role writer/],
    ['rbac', 0, { ask: 'May they bind a role?', user: 'jane', role: 'reader' }, /lies in quay/],
    ['rbac', 0, { ask: 'Who can do it?', verb: 'delete', what: 'pods/a', namespace: 'quay' }, /^nobody/],
    ['network-policy', 2, { ...web, port: 'http' }, /^allowed, shop\/web-out, egress rule 1 and shop\/api-in, ingress/],
    ['network-policy', 2, { ...web, port: 'dns' }, /has no TCP port called dns/],
    ['network-policy', 2, { ...web, to: '10.20.9.1', port: '443' }, /^refused, shop\/web-out/],
    ['network-policy', 2, { ...web, port: '70000' }, /^Write a port/],
    ['pod-security', 2, { enforce: 'privileged', version: 'v1.30' }, 'admitted, enforced level privileged:v1.30'],
    ['pod-security', 2, { audit: 'restricted', auditVersion: 'new' }, /^Write another version/],
  ] as const)('%s, example %i: %o', async (kind, example, form, says) => {
    expect(await ask(kind, example, form)).toEqual(typeof says === 'string' ? says : expect.stringMatching(says))
  })

  it.each([
    ['apps/v1', 'DaemonSet', 'spec'],
    ['apps/v1', 'StatefulSet', 'spec'],
    ['apps/v1', 'ReplicaSet', 'spec'],
    ['batch/v1', 'Job', 'spec'],
    ['batch/v1', 'CronJob', 'spec jobTemplate spec'],
    ['v1', 'ReplicationController', 'spec'],
    ['v1', 'PodTemplate', ''],
  ])('a %s %s is admitted, and its Pods are not', async (apiVersion, kind, path) => {
    const template = { template: { spec: { hostPID: true, containers: [{ name: 'a', image: 'a' }] } } }
    const object = path
      .split(' ')
      .reduceRight<object>((inner, key) => (key === '' ? inner : { [key]: inner }), template)
    const text = JSON.stringify({ apiVersion, kind, metadata: { name: 'a' }, ...object })
    const { answer } = await answerAsked({ kind: 'pod-security', text, form: { enforce: 'baseline' } })
    expect(answer?.outcome).toBe('admitted, its Pods refused')
    expect(answer?.note).toMatch(/^Warning: would violate PodSecurity "baseline:latest"/)
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
      [
        'passed: Profile no-write, mode enforce',
        'decides: Rule deny /** w',
        'passed: Log nothing: a plain deny is quiet',
      ],
    ],
    [
      'apparmor',
      2,
      0,
      [
        'passed: Profile keeper, mode enforce',
        'decides: Rule /usr/bin/tar Cx -> pack',
        'passed: Log nothing is written',
        'passed: Then it runs under keeper//pack, environment cleaned',
      ],
    ],
    [
      'apparmor',
      2,
      5,
      [
        'passed: Profile keeper, mode enforce',
        'passed: Log apparmor="DENIED" operation="mount" info="failed srcname match" error=-13 profile="keeper" name="/data/" pid=… comm="…" srcname="/etc/" flags="rw, bind"',
        'off: Line 7 for another mount point',
        'off: Line 8 for another source',
      ],
    ],
    [
      'apparmor',
      2,
      3,
      [
        'passed: Profile keeper, mode enforce',
        'passed: Rule signal send set=(term, kill) peer=worker',
        'passed: Log nothing is written',
        'passed: Profile worker, mode enforce',
        'passed: Log apparmor="DENIED" operation="signal" profile="worker" pid=… comm="…" requested_mask="receive" denied_mask="receive" signal=kill peer="keeper"',
      ],
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
