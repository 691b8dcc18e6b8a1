import { describe, expect, it } from 'vitest'
import { choicesOf, fieldAt } from '../../field.ts'
import { allFields } from '../fields.ts'
import { falcoHelp } from '../help.ts'
import { readFalcoRules } from '../read.ts'
import { expressionPlace } from './expression-place.ts'
import { exampleOf, fieldChoices } from './field-words.ts'

/** A file's values as they are handed in: its own items first, then those of the files before it. */
const root = [
  { macro: 'container', condition: 'container.id != host' },
  { list: 'shells', items: ['bash', 'sh'] },
  { rule: 'Own', desc: 'A rule of the file.', exceptions: [{ name: 'own' }] },
  { macro: 'container', override: { condition: 'append' }, condition: 'and true' },
  { rule: 'Own', desc: 'Of an earlier file.', exceptions: [{ name: 'tools', fields: ['proc.name'] }] },
]

/** What is offered where the sign stands. */
function offered(marked: string, key: 'condition' | 'output' = 'condition'): readonly string[] {
  const at = marked.indexOf('‸')
  const before = /^.*?(?=[\w.[\]-]*$)/s.exec(marked.slice(0, at))?.[0] ?? ''
  const field = fieldAt(falcoHelp, [0, key])
  const expression = { before, word: marked.slice(before.length, at) }
  return field ? choicesOf(field, root, [0, key], expression).map(it => it.text) : []
}

describe('a condition waits for', () => {
  it.each([
    ['', 'start', ''],
    ['evt.type = execve and ', 'start', ''],
    ['not (', 'start', ''],
    ['proc.name ', 'operator', 'proc.name'],
    ['proc.aname[2] ', 'operator', 'proc.aname[2]'],
    ['tolower(', 'argument', ''],
    ['tolower(proc.name) ', 'operator', 'proc.name'],
    ['not tolower(b64(proc.name)) ', 'operator', 'proc.name'],
    ['proc.name = ', 'value', 'proc.name'],
    ['proc.name!=', 'value', 'proc.name'],
    ['fd.num >=', 'value', 'fd.num'],
    ['proc.name in (', 'list', 'proc.name'],
    ['proc.name in (a, "b c", ', 'list', 'proc.name'],
    ['proc.name in (a, b) ', 'joined', 'proc.name'],
    ['proc.name = "a and b" ', 'joined', 'proc.name'],
    ["proc.name = 'it' or ", 'start', 'proc.name'],
    ['proc.name exists ', 'joined', 'proc.name'],
    ['container ', 'joined', 'container'],
    ['(container and not shells) ', 'joined', 'shells'],
    ['evt.type = open\n  and\n  ', 'start', 'evt.type'],
    ['proc.name and ', 'start', 'proc.name'],
    ['((((', 'start', ''],
    ['))))', 'joined', ''],
    ['"', 'joined', '"'],
  ])('%j: %s', (before, waits, field) => {
    const found = expressionPlace(before)
    expect([found.waits, waits === 'start' ? field : found.field]).toEqual([waits, field])
  })

  it('is found in one go, however long it is', () => {
    for (const hostile of ['(', '"', "'", ' and ', 'a.b[', '= ', 'in (', 'tolower('])
      expect(expressionPlace(hostile.repeat(20_000)).waits).toMatch(/^\w+$/)
  })
})

describe('offered', () => {
  it.each([
    [
      'macros and fields at the start',
      'evt.type = execve and ‸',
      ['container', 'proc.name', 'not', 'tolower'],
      ['shells', '=', 'and'],
    ],
    ['how a condition goes on that is put behind another', '‸', ['and', 'or', 'container'], []],
    ['operators behind a field', 'proc.name ‸', ['=', 'in', 'startswith'], ['and', 'proc.name', 'container']],
    ['and, or behind a comparison', 'proc.name = sh ‸', ['and', 'or'], ['=', 'proc.name']],
    ['lists between parentheses', 'proc.name in (‸', ['shells'], ['container', 'proc.name']],
    ['events', 'evt.type in (open, ‸', ['shells', 'openat', 'execve'], ['proc.name']],
    ['true and false', 'evt.is_open_read = ‸', ['true', 'false'], ['shells']],
    ['known values', 'fd.typechar = ‸', ['4', '6'], ['file']],
    ['fields of a transformer', 'tolower(‸', ['proc.name'], ['container', '=']],
    ['arguments of a field', 'proc.an‸', ['proc.aname', 'proc.aname[2]'], ['evt.arg.tuple']],
    [
      'parameters of the event',
      'evt.type = openat and evt.arg.‸',
      ['evt.arg.flags', 'evt.arg.mode'],
      ['evt.arg.tuple'],
    ],
    ['parameters of all events', 'evt.arg.‸', ['evt.arg.flags', 'evt.arg.tuple'], ['evt.rawarg.flags']],
    ['raw parameters', 'evt.type in (connect) and evt.rawarg‸', ['evt.rawarg.tuple'], ['evt.rawarg.flags']],
    ['fields only for conditions', 'fd.‸', ['fd.net', 'fd.name'], []],
  ])('%s', (_, marked, there, absent) => {
    const all = offered(marked)
    expect(all).toEqual(expect.arrayContaining(there))
    expect(all.filter(it => absent.includes(it))).toEqual([])
    expect(new Set(all).size).toBe(all.length)
  })

  it('in outputs: fields that can be printed', () => {
    expect(offered('a shell by %‸', 'output')).toContain('user.name')
    expect(offered('a shell by %‸', 'output')).not.toContain('fd.net')
  })

  const keys = (path: readonly (string | number)[], there: readonly string[], of: unknown = root) =>
    fieldAt(falcoHelp, path)?.keysBeside?.({ root: of, path, keys: there })
  it.each([
    [['rule'], ['condition', 'priority', 'exceptions'], ['items', 'macro']],
    [['macro'], ['condition', 'override'], ['items', 'priority']],
    [['list'], ['items'], ['condition']],
    [[], ['rule', 'macro', 'list', 'required_engine_version'], ['condition']],
    [['condition'], ['rule', 'macro', 'items'], []],
  ])('keys beside %o', (there, some, absent) => {
    const all = keys([0], there) ?? []
    expect(all).toEqual(expect.arrayContaining(some))
    expect(all.filter(it => (absent as readonly string[]).includes(it))).toEqual([])
  })

  it('what an override of each may change', () => {
    expect(keys([0, 'override'], [])).toEqual(['condition'])
    expect(keys([1, 'override'], [])).toEqual(['items'])
    expect(keys([2, 'override'], [])).toEqual(expect.arrayContaining(['priority', 'enabled', 'exceptions']))
    expect(keys([2, 'override'], [], 'nonsense')).toEqual(expect.arrayContaining(['items', 'condition', 'priority']))
  })

  it('names that are there: to be changed', () => {
    const names = (key: string) => {
      const field = fieldAt(falcoHelp, [0, key])
      return field ? choicesOf(field, root, [0, key]).map(it => `${it.text}: ${it.says}`) : []
    }
    expect(names('rule')).toEqual(['Own: Rule: A rule of the file.'])
    expect(names('macro')).toEqual(['container: Macro: container.id != host.'])
    expect(names('list')).toEqual(['shells: List: bash, sh.'])
  })

  it('exceptions that the rule has elsewhere', () => {
    const path = [2, 'exceptions', 0, 'name']
    const field = fieldAt(falcoHelp, path)
    expect(field && choicesOf(field, root, path).map(it => it.text)).toEqual(['tools'])
  })
})

describe('explained', () => {
  const says = (word: string) => {
    const field = fieldAt(falcoHelp, [0, 'condition'])
    return field && choicesOf(field, root, [0, 'condition'], { word }).find(it => it.text === word)?.says
  }
  it.each([
    ['proc.name', 'Field, text. comm (max 15 chars in the kernel). Example: proc.name in (bash, sh).'],
    ['proc.aname[3]', /^Field, text\. .* It may be written proc\.aname\[2\]\./],
    ['evt.arg.flags', 'Field. The parameter flags of the event, as text.'],
    ['fd.net', /Not in outputs\. Example: fd\.net = "10\.0\.0\.0\/8"\.$/],
    ['evt.is_open_read', /^Field, true or false\./],
    ['execve', /^Event\. Its parameters/],
    ['container', 'Macro: container.id != host.'],
    ['shells', 'List: bash, sh.'],
    ['startswith', 'The value begins with the text.'],
    ['tolower', /^Transformer\./],
    ['banana', undefined],
    ['__proto__', undefined],
  ])('%s', (word, expected) => {
    if (expected instanceof RegExp) expect(says(word)).toMatch(expected)
    else expect(says(word)).toBe(expected)
  })
})

describe('every field', () => {
  it('that is offered is one of Falco, and its example can be loaded', () => {
    const listed = [...allFields().values()].filter(it => !it.hidden)
    const text = listed.map((spec, at) => `- macro: m${at}\n  condition: ${JSON.stringify(exampleOf(spec))}\n`).join('')
    const rule = (at: number) =>
      `- rule: r${at}\n  desc: d\n  condition: evt.type = openat and m${at}\n  output: o\n  priority: NOTICE\n`
    const { findings } = readFalcoRules([{ name: 'x', text: text + listed.map((_, at) => rule(at)).join('') }])
    expect(findings.filter(it => it.severity === 'error').map(it => it.message)).toEqual([])
    expect(listed.map(it => exampleOf(it)).filter(it => !/^[a-z\d]+\.[\w.]+/.test(it))).toEqual([])
  })

  it('is offered in words that can be used', () => {
    const rules = fieldChoices('outputs').map(({ text }) => `%${text}`)
    const text = `- rule: r\n  desc: d\n  condition: evt.type = openat\n  output: ${JSON.stringify(rules.join(' '))}\n  priority: NOTICE\n`
    expect(readFalcoRules([{ name: 'x', text }]).findings.filter(it => it.severity === 'error')).toEqual([])
  })
})
