import { describe, expect, it } from 'vitest'
import { cursorAt } from './cursor-at.ts'

/** `‸` is the cursor. What is expected: where it is, its path, and the word there. */
type Row = readonly [title: string, text: string, at: string, path: string, token: string]

const yaml: readonly Row[] = [
  ['an empty file', '‸', 'open', '', ''],
  ['the first key, begun', 'api‸', 'open', '', 'api'],
  ['a key of the root', 'kind: Policy\n‸', 'key', '', ''],
  ['a key, begun below others', 'kind: Policy\nru‸\n', 'key', '', 'ru'],
  ['a key that is there', 'kind: Policy\nru‸les: []\n', 'key', '', 'rules'],
  ['a value after the colon', 'kind: ‸\n', 'value', 'kind', ''],
  ['a value, begun', 'kind: Pol‸icy # c\n', 'value', 'kind', 'Policy'],
  ['a quoted value', 'kind: "Pol‸icy"\n', 'value', 'kind', 'Policy'],
  ['a quoted value without an end', 'a: "b‸\nc: d\n', 'value', 'a', 'b'],
  ['an item', 'rules:\n  - ‸\n', 'open', 'rules.0', ''],
  ['an item of a list without indentation', 'rules:\n- level: None\n- ‸\n', 'open', 'rules.1', ''],
  ['a key of an item', 'rules:\n  - level: None\n    ‸\n', 'key', 'rules.0', ''],
  ['the first key of an item', 'rules:\n  - lev‸el: None\n', 'key', 'rules.0', 'level'],
  [
    'a value of a later item',
    'rules:\n  - level: None\n    users: [a]\n  - level: M‸\n',
    'value',
    'rules.1.level',
    'M',
  ],
  ['the place of a dash', 'rules:\n  - level: None\n  ‸\n', 'item', 'rules', ''],
  ['below a key', 'rules:\n  ‸\n', 'open', 'rules', ''],
  ['a list in an item', 'rules:\n  - verbs:\n      - get\n      - li‸\n', 'open', 'rules.0.verbs.1', 'li'],
  ['a dash in a dash', 'a:\n  - - b\n    - ‸c\n', 'open', 'a.0.1', 'c'],
  ['brackets', 'rules:\n  - verbs: [get, ‸]\n', 'value', 'rules.0.verbs.1', ''],
  ['a word in brackets', 'rules:\n  - verbs: ["get", "li‸st"]\n', 'value', 'rules.0.verbs.1', 'list'],
  ['brackets over lines', 'verbs: [get,\n  li‸\n', 'value', 'verbs.1', 'li'],
  ['braces', 'rules:\n  - { level: None, ver‸ }\n', 'key', 'rules.0', 'ver'],
  ['a value in braces', 'rules:\n  - { level: ‸ }\n', 'value', 'rules.0.level', ''],
  ['behind brackets that nobody closed', 'rules:\n  - verbs: [get\n    level: ‸\n', 'value', 'rules.0.level', ''],
  ['behind a line that is no YAML', 'rules:\n  - level\n    users: [a]\n  - level: ‸\n', 'value', 'rules.1.level', ''],
  [
    'a block of text',
    'a:\n  - condition: >\n      x and\n      y‸\n    b: c\n',
    'value',
    'a.0.condition',
    '      x and\n      y',
  ],
  ['a plain value that goes on', 'c: x and\n  y‸\nb: c\n', 'value', 'c', 'x and\n  y'],
  ['a colon in a word', 'users: [system:‸]\n', 'value', 'users.0', 'system:'],
  [
    'Windows line ends',
    'rules:\r\n  - level: None\r\n    verbs: [get]\r\n  - level: ‸\r\n',
    'value',
    'rules.1.level',
    '',
  ],
  ['behind a tag', 'kind: !!str Pol‸\n', 'value', 'kind', 'Pol'],
  ['behind a block of text', 'a: |\n  x: y\n\nb: ‸', 'value', 'b', ''],
  ['a comment', 'a: b # c‸\n', 'none', '', ''],
  ['a line of comment', 'a: b\n# c‸\n', 'none', '', ''],
]

const json: readonly Row[] = [
  ['a key', '{ "def‸" }', 'key', '', 'def'],
  ['a key without quotes', '{ ‸ }', 'key', '', ''],
  ['a value', '{ "defaultAction": "SC‸" }', 'value', 'defaultAction', 'SC'],
  ['a value, not begun', '{ "defaultAction": ‸ }', 'value', 'defaultAction', ''],
  [
    'deep inside',
    '{ "syscalls": [ { "names": ["a", "b"] }, { "args": [ { "op": "‸" } ] } ] }',
    'value',
    'syscalls.1.args.0.op',
    '',
  ],
  ['behind a missing comma', '{ "a": 1 "b": ‸ }', 'value', 'b', ''],
  ['before a comma', '{ "a": 1 ‸, "b": 2 }', 'none', '', ''],
  ['behind a map', '{ "a": {} ‸, "b": 2 }', 'none', '', ''],
  ['without closing signs', '{ "syscalls": [ { "names": [ "re‸', 'value', 'syscalls.0.names.0', 're'],
  ['behind a string with a quote', '{ "a": "x\\"y", "b": "z‸" }', 'value', 'b', 'z'],
  ['after the end', '{ "a": 1 } ‸', 'none', '', ''],
]

const toml: readonly Row[] = [
  ['a key of the root', 'ver‸', 'key', '', 'ver'],
  ['an empty line', 'version = 3\n‸\n', 'key', '', ''],
  [
    'a key of a table',
    "[plugins.'io.containerd.cri.v1.runtime'.containerd]\n  def‸\n",
    'key',
    'plugins.io.containerd.cri.v1.runtime.containerd',
    'def',
  ],
  ['a part of a header', "[plugins.'io.containerd‸'.containerd]", 'key', 'plugins', 'io.containerd'],
  ['the end of a header', '[plugins.‸]', 'key', 'plugins', ''],
  ['a value', '[a]\nb = "x‸y"\n', 'value', 'a.b', 'xy'],
  ['a value, not begun', '[a]\nb = ‸\n', 'value', 'a.b', ''],
  ['a bare value', 'a.b = tr‸ue # c\n', 'value', 'a.b', 'true'],
  ['a list', 'a = ["x", "‸"]\n', 'value', 'a.1', ''],
  ['a list over lines', 'a = [\n  "x",\n  "y‸"\n]\n', 'value', 'a.1', 'y'],
  ['behind a list that nobody closed', 'a = ["x"\nb = ‸\n', 'value', 'b', ''],
  ['behind a list over lines', 'a = [\n  "x"\n]\nb = ‸\n', 'value', 'b', ''],
  ['a comment', '# a‸\n', 'none', '', ''],
]

const apparmor: readonly Row[] = [
  ['an empty file', '‸', 'key', '', ''],
  ['a rule, begun', 'profile web {\n  net‸\n}\n', 'key', '', 'net'],
  ['behind words that only go before', 'profile web {\n  audit deny cap‸\n}\n', 'key', '', 'cap'],
  ['what a rule can name', 'profile web {\n  capability chown ‸\n}\n', 'value', 'capability', ''],
  ['a second rule of a line', 'profile web {\n  network inet, cap‸\n}\n', 'key', '', 'cap'],
  ['in parentheses', 'profile web {\n  signal (send, rec‸) peer=web,\n}\n', 'value', 'signal', 'rec'],
  ['flags', 'profile web flags=(com‸) {\n', 'value', 'flags', 'com'],
  ['letters behind a path', 'profile web {\n  /etc/** r‸,\n}\n', 'value', 'file', 'r'],
  ['behind an include', 'include <tunables/global>\npro‸\n', 'key', '', 'pro'],
  ['in a path', 'profile web {\n  /etc/pas‸swd r,\n}\n', 'none', '', ''],
  ['a comment', '# pro‸\n', 'none', '', ''],
]

const seen = (marked: string, syntax: 'yaml' | 'json' | 'toml' | 'apparmor') => {
  const offset = marked.indexOf('‸')
  const cursor = cursorAt(marked.replace('‸', ''), offset, syntax)
  return cursor ? [cursor.at, cursor.path.join('.'), cursor.token] : ['none', '', '']
}

describe('YAML', () => {
  it.each(yaml)('%s', (_, text, ...expected) => expect(seen(text, 'yaml')).toEqual(expected))
})

describe('JSON', () => {
  it.each(json)('%s', (_, text, ...expected) => expect(seen(text, 'json')).toEqual(expected))
})

describe('TOML', () => {
  it.each(toml)('%s', (_, text, ...expected) => expect(seen(text, 'toml')).toEqual(expected))
})

describe('AppArmor', () => {
  it.each(apparmor)('%s', (_, text, ...expected) => expect(seen(text, 'apparmor')).toEqual(expected))
})

it('knows the other keys of the map, above and below', () => {
  const text = 'rules:\n  - level: None\n    \n    verbs: [get]\n  - users: [a]\n'
  expect(cursorAt(text, text.indexOf('    \n') + 4, 'yaml')?.keys).toEqual(['level', 'verbs'])
  expect(cursorAt('{ "a": 1, "b": 2,  }', 18, 'json')?.keys).toEqual(['a', 'b'])
  expect(cursorAt('[x]\na = 1\n\nb = 2\n[y]\nc = 3\n', 10, 'toml')?.keys).toEqual(['a', 'b'])
})

it('comes to an end at every place of texts of any kind', () => {
  const texts = [...yaml, ...json, ...toml, ...apparmor].map(row => row[1].replace('‸', ''))
  for (const text of texts) {
    for (let offset = 0; offset <= text.length; offset++) {
      for (const syntax of ['yaml', 'json', 'toml', 'apparmor'] as const) {
        const range = cursorAt(text, offset, syntax)?.range
        if (range)
          expect([range.start <= offset, range.end >= offset, range.end <= text.length]).toEqual([true, true, true])
      }
    }
  }
})
