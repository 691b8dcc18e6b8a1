import { describe, expect, it } from 'vitest'
import { answerFalco } from './answer-falco.ts'
import { falcoExamples } from './examples.ts'
import { type AskedFalco, filesOf, type NamedRules } from './falco.ts'
import { shownAs } from './falco-settings.ts'
import { standardEvents } from './standard-events.ts'
import { withItems, withoutLines, writeEvent } from './write-event.ts'

const path = '/etc/falco/falco_rules.yaml'
const local = '/etc/falco/falco_rules.local.yaml'
const rules = (text: string): readonly NamedRules[] => [{ name: path, text }]
const ask = (asked: Partial<AskedFalco>) =>
  answerFalco({ files: [], events: '', shown: shownAs({}), event: 0, ...asked })

function example(at: number) {
  const { text = '', questions = [] } = falcoExamples[at] ?? {}
  const form = questions[0] ?? {}
  return { files: filesOf(text, form), events: form.events ?? '', shown: shownAs(form) }
}

/** What a rule of the shape that most tests need is made of. */
const rule = (condition: string, more = '') =>
  `- rule: r\n  desc: d\n  condition: ${condition}\n  output: "%proc.name"\n  priority: NOTICE\n${more}`
const plain = shownAs({ suggested: 'false' })
const cat = '- { open: /etc/shadow, by: cat /etc/shadow, user: root, tty: false, container: web }\n'

describe('the examples', () => {
  it.each([
    [0, ['Shell in a container', 'none', 'Passwords read', 'none']],
    [1, ['Shell in a container', 'none', 'Passwords read in a container', 'none', 'none', 'none']],
    [2, ['Any program in a container, Package manager in a container', ...Array(2).fill('Any program in a container')]],
  ])('example %i alerts as it tells', (at, expected) => {
    const { starts, events, trouble } = ask(example(at))
    expect({ starts, trouble }).toEqual({ starts: true, trouble: undefined })
    expect(events.map(it => it.alerts.join(', ') || 'none')).toEqual(expected)
    expect(events.flatMap(it => [...it.open, it.problem ?? []].flat())).toEqual([])
  })
})

describe('alerts', () => {
  it('are written as Falco writes them, with what falco.yaml says', () => {
    const asked = { files: rules(rule('evt.type = openat')), events: cat.repeat(2) }
    expect(ask({ ...asked, shown: plain }).alerts.map(it => it.line)).toEqual([
      '08:00:00.000000000: Notice cat',
      '08:00:01.000000000: Notice cat',
    ])
    const [shipped] = ask(asked).alerts
    expect(shipped?.line).toContain('cat container_id=')
    const [json] = ask({ ...asked, shown: shownAs({ json: 'true', suggested: 'false' }) }).alerts
    expect(JSON.parse(json?.line ?? '')).toMatchObject({
      output: '08:00:00.000000000: Notice cat',
      priority: 'Notice',
      rule: 'r',
      time: expect.stringMatching(/T08:00:00\.000000000Z$/),
    })
    expect(ask({ ...asked, shown: shownAs({ least: 'warning' }) }).alerts).toEqual([])
  })

  it('come of the first rule that matches, or of all', () => {
    const files = rules(`${rule('evt.type = openat')}${rule('evt.type = openat').replace('rule: r', 'rule: s')}`)
    const said = (matching: string) => {
      const { events, why, rules: rows } = ask({ files, events: cat, shown: shownAs({ matching }), rule: 's' })
      return [events[0]?.alerts, rows.map(it => `${it.name} ${it.state}`), why?.says]
    }
    expect(said('first')).toEqual([
      ['r'],
      ['r alerts', 's unasked'],
      'It matches, but an earlier rule has alerted, and only the first one does:',
    ])
    expect(said('all')).toEqual([['r', 's'], ['r alerts', 's alerts'], 'It alerts, because all of this is so:'])
  })
})

describe('why', () => {
  const operands = (condition: string, events = cat) =>
    ask({ files: rules(rule(condition)), events }).why?.operands.map(
      ({ text, held, value, spot }) => `${text} ${held} ${value} @${spot?.line}:${spot?.column}-${spot?.endColumn}`,
    )
  it.each([
    ['the comparison that fails', 'evt.type = openat and proc.name = ls', ['proc.name = ls false cat @3:36-50']],
    ['one behind not', 'evt.type = openat and not proc.name = cat', ['not proc.name = cat false cat @3:40-55']],
    ['the type', 'evt.type = execve and proc.name = cat', ['evt.type = execve false openat @3:14-31']],
    [
      'all that hold',
      'evt.type = openat and user.name = root',
      ['evt.type = openat true openat @3:14-31', 'user.name = root true root @3:36-52'],
    ],
    ['what nobody told', 'evt.type = openat and proc.cwd = /', ['proc.cwd = / undefined undefined @3:36-48']],
  ])('%s', (_, condition, expected) => expect(operands(condition)).toEqual(expected))

  it('leads into the file where a comparison stands', () => {
    const { why } = ask({ ...example(1), event: 0 })
    expect(why?.operands.map(it => `${it.spot?.file} ${it.spot?.line}`).at(-1)).toBe(`${local} 9`)
  })

  it('a rule is off, and what it would do; and why it never fires', () => {
    const off = ask({ files: rules(rule('evt.type = openat', '  enabled: false\n')), events: cat })
    expect([off.rules[0]?.state, off.why?.says]).toEqual(['off', 'It is not enabled. Otherwise it would match.'])
    expect(ask({ ...example(2), rule: 'Two things at once' }).why?.never).toMatch(/never hold of the same event/)
  })

  it('a rule that never comes to its turn is told what stands before it', () => {
    const wide = rule('evt.type = openat').replace('rule: r', 'rule: Wide')
    const asked = { files: rules(`${wide}${rule('evt.type = openat and proc.name = cat')}`), events: cat, rule: 'r' }
    expect(ask(asked).why?.never).toMatch(/^“Wide” stands before “r”/)
    expect(ask({ ...asked, shown: shownAs({ matching: 'all' }) }).why?.never).toBeUndefined()
  })

  it('a rule that alerts for everyday acts names the comparison that lets them in', () => {
    const [loud] = ask({ ...example(2), rule: 'Any program in a container' }).why?.noise ?? []
    expect(loud?.says).toMatch(/^“.+” lets in \d+ of \d+ ordinary events/)
    expect(loud?.spot?.file).toBe(example(2).files[0]?.name)
    expect(ask({ ...example(2), rule: 'Package manager in a container' }).why?.noise).toEqual([])
  })
})

describe('how often each rule fires', () => {
  it('is counted over events that are told in full', () => {
    expect(standardEvents().length).toBeGreaterThan(30)
    const { firing } = ask({ ...example(2), shown: shownAs({}) })
    expect(firing?.rows.map(it => `${it.rule} ${it.events.length > 0}`)).toEqual([
      'Any program in a container true',
      'Package manager in a container false',
      'Two things at once false',
    ])
  })
})

it('what is written of a standard event is that event', () => {
  const { firing } = ask(example(0))
  const { files } = example(0)
  for (const [at, { title, item }] of firing?.events.entries() ?? []) {
    const { events } = ask({ files, events: item })
    expect(events.map(it => it.problem ?? it.title)).toEqual([title])
    const rows = firing?.rows.filter(it => it.events.includes(at)).map(it => it.rule)
    expect(events[0]?.alerts).toEqual(rows)
  }
})

describe('files', () => {
  it('are read in order, and each has its own marks and Falco’s words', () => {
    const [first] = example(0).files
    const said = ask({ files: [...(first ? [first] : []), { name: local, text: '- rule: x\n  enabld: false\n' }] })
    expect(said.starts).toBe(false)
    expect(said.files.map(it => it.marks.some(mark => mark.severity === 'error'))).toEqual([false, true])
    expect(said.files[1]?.says).toMatch(/^\/etc\/falco\/falco_rules\.local\.yaml: Invalid\n.*LOAD_ERR_/s)
  })

  it('that Falco does not start with leave what was said of the last ones', () => {
    const { files, events } = example(0)
    const said = ask({ files: rules('- rule: ['), before: files, events })
    expect(said.starts).toBe(false)
    expect(said.alerts.length).toBe(2)
    expect(ask({ files: rules('- rule: ['), events }).alerts).toEqual([])
  })
})

describe('hostile input is bounded', () => {
  const bomb = `${'('.repeat(500)}a+${')+'.repeat(500)}$`
  it.each([
    ['words', 'what is this\n', 'neither is this'],
    ['broken YAML', 'a: [b\n: c', '- {'],
    ['signs', '\u0000\uFEFF\u2028}{', '\u0000\u2028- }{'],
    ['depth', '['.repeat(20_000), '['.repeat(20_000)],
    ['length', 'a: b\n'.repeat(100_000), '- shell-on-host\n'.repeat(100_000)],
    ['many events', rule('evt.type = execve'), '- shell-on-host\n'.repeat(4000)],
    [
      'many rules',
      Array.from({ length: 1500 }, (_, at) => rule(`evt.num = ${at}`).replace('r\n', `r${at}\n`)).join(''),
      cat,
    ],
    ['an expression that explodes', rule(`evt.type = openat and proc.cmdline regex "${bomb}"`), cat],
    [
      'a greedy expression',
      rule('evt.type = openat and fd.name regex "(.*)*(.*)*(.*)*x"'),
      `- { open: "/${'a'.repeat(30_000)}" }`,
    ],
    [
      'macros in macros',
      Array.from({ length: 40 }, (_, at) => `- macro: m${at + 1}\n  condition: m${at} and m${at}\n`).join(''),
      cat,
    ],
    [
      'aliases',
      `- &a [x]\n- &b [${'*a,'.repeat(50)}*a]\n- [${'*b,'.repeat(50)}*b]\n`,
      `- &a [x]\n- [${'*a,'.repeat(500)}*a]`,
    ],
    ['keys of objects', '- rule: __proto__\n  constructor: 1\n', '- { constructor: 1, __proto__: 2 }'],
  ])('%s', (_, text, events) => {
    const said = ask({ files: rules(text), events, rule: '__proto__', event: 7 })
    expect(said.events.length).toBeLessThanOrEqual(100)
    expect(said.rules.length).toBeLessThanOrEqual(60)
    expect(said.alerts.length).toBeLessThanOrEqual(200)
    const other = ask({ ...example(0), events, event: -1 })
    expect(other.starts).toBe(true)
    expect(other.alerts.length).toBeLessThanOrEqual(200)
  })

  it.each([
    ['shell-on-host', /list/],
    ['- a: [', /^Line 1: /],
    ['- shell-on-host\n'.repeat(101), /^1 event behind the first 100/],
    ['- '.repeat(40_000), /too long/],
  ])('events that are not read are told of: %#', (events, says) =>
    expect(ask({ ...example(0), events }).trouble).toMatch(says),
  )

  it('an event that is none is told of, and the others are read', () => {
    const { events } = ask({ ...example(0), events: '- shell-on-hots\n- { open: etc }\n- shell-on-host\n' })
    expect(events.map(it => it.problem)).toEqual([
      expect.stringMatching(/no event named/),
      'open: This must be a path from the root. Write it as in "/etc/shadow".',
      undefined,
    ])
  })
})

describe('events as text', () => {
  it.each([
    [{ user: 'root', open: '/etc/shadow', tty: false }, '- { open: /etc/shadow, user: root, tty: false }'],
    [{ exec: '/bin/sh', args: ['-c', 'id'], uid: 33 }, '- { exec: /bin/sh, args: ["-c", id], uid: 33 }'],
    [
      { open: '/a b', user: 'yes', fields: { 'proc.name': null } },
      '- { open: "/a b", fields: { proc.name: null }, user: "yes" }',
    ],
  ])('%o', (shorthand, text) => expect(writeEvent(shorthand)).toBe(text))

  it('more come behind them, and one goes with its lines', () => {
    expect(withItems('', [writeEvent({ call: 'setns' })])).toBe('- { call: setns }\n')
    expect(withItems('- a', ['- { call: setns }'])).toBe('- a\n- { call: setns }\n')
    expect(withoutLines('- a\n- b:\n    c\n- d\n', [2, 3])).toBe('- a\n- d\n')
  })
})
