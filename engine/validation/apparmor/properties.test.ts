import { expect, it } from 'vitest'
import { generator } from '../fixtures/generator.ts'
import { type Act, decideAct } from './acts.ts'
import { type CompiledProfile, compileProfile } from './compile.ts'
import { automaton, overlap } from './glob/automaton.ts'
import type { GlobNode } from './glob/node.ts'
import { parseGlob } from './glob/parse.ts'
import { loadedProfiles } from './loaded-profiles.ts'
import { permission } from './permissions.ts'
import { readApparmorProfiles } from './read.ts'

const sample = `include <tunables/global>
@{DIRS}=/srv /opt/
$FLAG=true
profile web /usr/bin/web flags=(attach_disconnected, audit) {
  include <abstractions/base>
  audit deny owner /srv/{a,b*}/** rwkl, # a comment
  "/with blank" rw,
  /bin/* Pix -> helper,
  capability chown setuid,
  network inet tcp,
  signal (send, receive) set=(term kill) peer=web,
  mount fstype=tmpfs options=(rw, nosuid) none -> /mnt/*/,
  change_profile /bin/sh -> other,
  set rlimit nofile <= 1024,
  if defined $FLAG { @{DIRS}/[a-z]?.log r, } else { file, }
  ^hat { /a\\,b r, }
}
`

it('comes to an end with a value or a sentence, whatever is changed in a text', () => {
  const { next, one } = generator(11)
  const pieces = [
    '{',
    '}',
    ',',
    '(',
    ')',
    '"',
    '\\',
    '@{',
    '*',
    '[',
    ']',
    '#',
    '\n',
    ' ',
    '->',
    '=',
    'deny ',
    'x',
    '\0',
    'é',
  ] as const
  for (let round = 0; round < 600; round++) {
    let text = sample
    for (let edits = next(3) + 1; edits > 0; edits--) {
      const at = next(text.length)
      const cut = next(3) === 0 ? next(40) : next(3)
      text = text.slice(0, at) + (next(3) === 0 ? '' : one(pieces)) + text.slice(at + cut)
    }
    const { value, findings } = readApparmorProfiles(text)
    const errors = findings.filter(finding => finding.severity === 'error')
    expect([errors.length, value === undefined]).toEqual(value ? [0, false] : [1, true])
    for (const { range, message } of findings) {
      expect(range && range.start <= range.end && range.end <= text.length).toBe(true)
      expect(message).not.toBe('')
    }
  }
})

/** The plain way: every end that a text can be left at. */
function endsOf(node: GlobNode, text: string, from: number): ReadonlySet<number> {
  switch (node.kind) {
    case 'set':
      return new Set(from < text.length && node.bytes[text.charCodeAt(from)] ? [from + 1] : [])
    case 'sequence': {
      let ends: ReadonlySet<number> = new Set([from])
      for (const part of node.parts) ends = new Set([...ends].flatMap(end => [...endsOf(part, text, end)]))
      return ends
    }
    case 'choice':
      return new Set(node.parts.flatMap(part => [...endsOf(part, text, from)]))
    case 'any-number': {
      const ends = new Set([from])
      for (let at = from; at < text.length && node.of.bytes[text.charCodeAt(at)]; at++) ends.add(at + 1)
      return ends
    }
  }
}

it('matches as each glob does alone', () => {
  const { one, times, next } = generator(5)
  const parts = ['a', 'b', '/', '*', '**', '?', '[ab]', '[^a]', '{a,b}', '{,/b}', '{a*,{b,}/}'] as const
  const letters = ['a', 'b', 'c', '/'] as const
  for (let round = 0; round < 300; round++) {
    const globs = times(4, () => `/${times(next(6), () => one(parts)).join('')}`)
    const nodes = globs.flatMap(glob => {
      const parsed = parseGlob(glob)
      return 'node' in parsed ? [parsed.node] : []
    })
    expect(nodes).toHaveLength(globs.length)
    const machine = automaton(nodes)
    const texts = times(40, () => `/${times(next(6), () => one(letters)).join('')}`)
    const plainly = texts.map(text => nodes.flatMap((node, at) => (endsOf(node, text, 0).has(text.length) ? [at] : [])))
    expect([globs, texts, texts.map(text => machine?.matching(machine.find(text)))]).toEqual([globs, texts, plainly])
    const [first, second] = nodes
    const both = plainly.some(found => found.includes(0) && found.includes(1))
    if (first && second && both) expect([globs, overlap(first, second, 100_000)]).toEqual([globs, true])
  }
})

const paths = ['/a', '/a/', '/a/b', '/b/c', '/b/c/d', '/c'] as const

/** Every path with every request, from who owns the file and from who does not. */
const asked = paths.flatMap(path =>
  [permission.r, permission.w, permission.a, permission.r | permission.w, permission.k].flatMap(wanted =>
    [true, false].map(owner => [path, wanted, owner] as const),
  ),
)

function compiled(rules: readonly string[]): CompiledProfile {
  const { value, findings } = readApparmorProfiles(`profile p {\n${rules.join('\n')}\n}\n`)
  const [profile] = value?.profiles ?? []
  if (!profile) throw new Error(`${rules.join(' ')}: ${findings[0]?.message}`)
  return compileProfile(profile)
}

it('takes rules in any order, and with one more denial it allows no more', () => {
  const { one, times, next, shuffled } = generator(3)
  const globs = ['/a', '/a/*', '/**', '/b/{,**}', '/?', '/*/c'] as const
  const rule = () =>
    `${one(['', '', 'deny ', 'audit ', 'audit deny '])}${one(['', '', 'owner '])}${one(globs)} ${one(['r', 'w', 'rw', 'a', 'rk', 'm'])},`
  for (let round = 0; round < 150; round++) {
    const rules = times(next(6) + 1, rule)
    const one = compiled(rules)
    const other = compiled(shuffled(rules))
    const stricter = compiled([...rules, `deny ${paths[next(paths.length)]} rw,`])
    const answers = (profile: CompiledProfile) =>
      asked.map(([path, wanted, owner]) => profile.files.decide(path, wanted, owner))
    const [plain, again, strict] = [one, other, stricter].map(answers)
    const told = plain?.map(({ verdict, log }) => `${verdict} ${log}`)
    expect([rules, again?.map(({ verdict, log }) => `${verdict} ${log}`)]).toEqual([rules, told])
    const opened = strict?.filter(({ verdict }, at) => verdict === 'allowed' && plain?.[at]?.verdict === 'denied')
    expect([rules, opened]).toEqual([rules, []])
  }
})

it('never says allowed or denied of what rules that are not at hand could change', () => {
  const { one, times, next } = generator(17)
  const rules = [
    ...['/a r,', 'deny /b rw,', 'owner /c rwk,', '/bin/* Pix -> other,', 'capability chown,', 'deny capability,'],
    ...[
      'network inet,',
      'unix (send) type=dgram,',
      'signal send,',
      'deny ptrace,',
      'mount fstype=proc,',
      'umount /a/,',
    ],
    ...['change_profile -> x,', 'deny userns,', 'dbus bus=system,', 'prompt /a w,', 'io_uring sqpoll,'],
  ] as const
  const modes = ['', 'flags=(complain)', 'flags=(kill)', 'flags=(audit)', 'flags=(prompt)'] as const
  const process = { pid: '1', comm: 'x', uid: '0', ouid: '0' }
  const acts: readonly Act[] = [
    ...paths.map(path => ({ do: 'file', act: 'rename', path, to: '/a', owner: true }) as const),
    ...paths.map(path => ({ do: 'link', path, to: '/a', owner: false }) as const),
    ...['chown', 'kill'].map(name => ({ do: 'capability', name }) as const),
    { do: 'execute', path: '/bin/sh', owner: true },
    { do: 'socket', family: 2, type: 1, protocol: 0 },
    { do: 'unix', access: 'send', type: 2 },
    { do: 'signal', access: 'send', signal: 9, peer: 'x' },
    { do: 'ptrace', access: 'read', peer: 'x' },
    { do: 'mount', target: '/a/', filesystem: 'proc', flags: 0 },
    { do: 'umount', target: '/a/' },
    { do: 'pivot_root', newRoot: '/a/', putOld: '/b/' },
    { do: 'change_profile', label: 'x' },
    { do: 'newer', kind: 'userns', access: 'create', facts: {} },
    { do: 'newer', kind: 'dbus', access: 'send', facts: { bus: 'system' } },
  ]
  for (let round = 0; round < 60; round++) {
    const written = times(next(6) + 1, () => one(rules)).join('\n')
    const text = `profile p ${one(modes)} {\ninclude <abstractions/${one(['php', 'X'])}>\n${written}\n}\nprofile x { }\n`
    const { value } = readApparmorProfiles(text)
    const [profile] = value?.profiles ?? []
    if (!value || !profile) throw new Error(`${text} is not read.`)
    const machine = compileProfile(profile)
    for (const act of acts) {
      for (const { decision, record } of decideAct(machine, act, loadedProfiles(value.profiles), process)) {
        const { verdict, by, log } = decision
        expect([text, act, by.kind]).not.toEqual([text, act, 'no-rule'])
        expect([text, act, verdict === 'undecided']).toEqual([text, act, by.kind === 'unknown'])
        if (record === undefined) continue
        expect([text, act, log, verdict]).not.toEqual([text, act, 'none', verdict])
      }
    }
  }
})
