import { describe, expect, it } from 'vitest'
import { compileFalcoRules, type FalcoSettings } from './alerts.ts'
import { ordinaryEvents } from './events/ordinary.ts'
import { noiseOf } from './fires-often.ts'
import { whySilent } from './fires-silent.ts'
import { readFalcoRules } from './read.ts'

const named = `- list: shells
  items: [bash, sh]
- macro: inside
  condition: container.id != host
`
const ruleOf = (name: string, condition: string, more = '') =>
  `- rule: ${name}\n  desc: d\n  condition: ${condition}\n  output: x\n  priority: WARNING\n${more}`

function loaded(text: string) {
  const files = [{ name: 'rules.yaml', text }]
  const { value, findings } = readFalcoRules(files)
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  if (!value) throw new Error('The rules cannot be read.')
  return { rules: value, files }
}

interface Noisy {
  readonly condition: string
  /** What is blamed, and what is said of it; left out for a rule that is quiet. */
  readonly text?: string
  readonly says?: string
}

const noisy: readonly Noisy[] = [
  { condition: 'evt.type = openat', text: 'evt.type = openat', says: 'Nothing else holds them back.' },
  {
    condition: 'evt.type = openat and evt.is_open_read = true and fd.name contains /etc',
    text: 'fd.name contains /etc',
    says: 'narrower',
  },
  {
    condition: 'evt.type = execve and not proc.name in (shells)',
    text: 'not proc.name in (shells)',
    says: 'Name what is usual in it too.',
  },
  {
    condition: 'evt.type = execve and inside and proc.name = zsh or proc.name in (shells)',
    text: 'proc.name in (shells)',
    says: 'this side alone holds',
  },
  { condition: 'evt.type = execve and proc.name exists and proc.tty != 0', text: 'proc.name exists', says: 'narrower' },
  { condition: 'evt.type = connect and inside and fd.sport = 5432', text: 'fd.sport = 5432', says: 'narrower' },
  { condition: 'evt.type = execve and inside and proc.name in (shells)' },
  { condition: 'evt.type = openat and fd.name = /etc/gshadow' },
]

describe('rules that alert for what goes on every day', () => {
  it.each(noisy)('$condition', ({ condition, text, says = '' }) => {
    const { rules, files } = loaded(named + ruleOf('R', condition))
    const [rule] = rules.rules
    if (!rule) throw new Error('no rule')
    const { openings, events, tried } = noiseOf(rule, files)
    expect(tried).toBe(ordinaryEvents().length)
    expect(openings.map(({ text }) => text)).toEqual(text === undefined ? [] : [text])
    // Each event is one that the rule alerts for, and is blamed on something.
    const alone = compileFalcoRules(rules)
    expect(events).toEqual(ordinaryEvents().filter(event => alone.decide(event).alerts.length > 0))
    expect(openings.reduce((sum, each) => sum + each.events.length, 0)).toBe(events.length)
    for (const opening of openings) {
      expect(opening.sentence).toContain(`“${text}” lets in ${opening.events.length} of ${tried} `)
      expect(opening.sentence).toContain(says)
      expect(opening.place).toBeDefined()
    }
  })
})

const two = (first: string, second: string) => named + ruleOf('A', first) + ruleOf('B', second)
const shell = 'evt.type = execve and proc.name in (bash, sh)'

interface Silent {
  readonly title: string
  readonly text: string
  readonly settings?: FalcoSettings
  /** Why rule B never alerts, and what is said of it; left out where it may. */
  readonly kind?: string
  readonly says?: string
}

const silent: readonly Silent[] = [
  {
    title: 'not enabled',
    text: `${two(shell, 'evt.type = open')}  enabled: false\n`,
    kind: 'not-enabled',
    says: 'Write enabled: true.',
  },
  {
    title: 'its priority',
    text: two(shell, 'evt.type = open'),
    settings: { priority: 'Error' },
    kind: 'priority',
    says: 'asks for Error and above',
  },
  {
    title: 'switched off',
    text: two(shell, 'evt.type = open'),
    settings: { rules: [{ enable: false, rule: 'B*' }] },
    kind: 'switched-off',
    says: 'falco.yaml',
  },
  {
    title: 'itself',
    text: two(shell, 'evt.type = open and evt.type = close'),
    kind: 'contradiction',
    says: 'never hold of the same event',
  },
  {
    title: 'an earlier rule that asks less',
    text: two(shell, `${shell} and inside`),
    kind: 'shadowed',
    says: '“A” stands before “B”',
  },
  {
    title: 'the order of and does not count',
    text: two(shell, 'inside and proc.name in (shells) and evt.type = execve'),
    kind: 'shadowed',
  },
  { title: 'all rules alert', text: two(shell, `${shell} and inside`), settings: { ruleMatching: 'all' } },
  {
    title: 'the earlier one is switched off',
    text: two(shell, `${shell} and inside`),
    settings: { rules: [{ enable: false, rule: 'A' }] },
  },
  {
    title: 'the earlier one goes to the end',
    text: two(shell, `${shell} and inside`),
    settings: {
      rules: [
        { enable: false, rule: 'A' },
        { enable: true, rule: 'A' },
      ],
    },
  },
  { title: 'the earlier one asks more', text: two(`${shell} and inside`, shell) },
  { title: 'the earlier one asks something else', text: two('evt.type = execve and proc.name in (bash)', shell) },
  {
    title: 'an or is asked as one',
    text: two('evt.type = execve and (proc.name = a or inside)', 'evt.type = execve and inside'),
  },
]

describe('rules that are never heard of', () => {
  it.each(silent)('$title', ({ text, settings, kind, says = '' }) => {
    const { rules } = loaded(text)
    const rule = rules.rules.find(({ name }) => name === 'B')
    if (!rule) throw new Error('no rule')
    const found = whySilent(rule, rules, settings)
    expect(found?.kind).toBe(kind)
    expect(found?.sentence ?? '').toContain(says)
    // Such a rule does not alert for anything that is tried.
    const { decide } = compileFalcoRules(rules, settings)
    if (found) expect(ordinaryEvents().flatMap(event => decide(event).alerts.filter(it => it.rule === 'B'))).toEqual([])
  })
})
