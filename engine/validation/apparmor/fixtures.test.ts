import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../yaml/finding.ts'
import { lineColumn } from '../../yaml/place.ts'
import { type CompiledProfile, compileProfile } from './compile.ts'
import type { Decision } from './decision.ts'
import type { ExecDecision } from './exec-decider.ts'
import { explainApparmor } from './explain.ts'
import { apparmorFindings } from './finding-codes.ts'
import { type LoadedProfiles, loadedProfiles } from './loaded-profiles.ts'
import { mountOptions } from './parse/mount-options.ts'
import { capabilities, families, socketTypes } from './parse/tables.ts'
import { permission } from './permissions.ts'
import type { Policy, Profile } from './policy.ts'
import { readApparmorProfiles } from './read.ts'
import { standardFiles } from './standard-files.ts'

/**
 * A fixture holds texts parted by `---`. Lines that begin with `%` are taken out before the text is read:
 * `% a title` · `%    ^ code` a finding that starts at the caret in the line above · `%! code` a finding anywhere
 * `%= words` first line of the first error · `%? label act what = verdict log by` a decision, `by` a line, `-` where there is none
 * `%: sentence` that explains it
 */
const folder = new URL('./fixtures/', import.meta.url)
const seen = new Set<string>()

for (const file of readdirSync(folder)) {
  const documents = readFileSync(new URL(file, folder), 'utf8').split(/^---\n/m)
  describe(file, () => {
    for (const [index, document] of documents.entries()) test(title(document, index), () => check(document))
  })
}

// What is large is not kept in a file.
test.each([
  ['a long text', ' '.repeat(1024 * 1024 + 1)],
  ['deep blocks', `profile web {${'{'.repeat(100)}`],
  ['a variable that grows', `@{A}=aaaaaaaa\n${growing(20)}profile web {\n  /@{A20} r,\n}\n`],
])('%s is too large', (_, text) => {
  const codes = codesOf(readApparmorProfiles(text).findings)
  expect(codes).toEqual(['apparmor-too-large'])
  for (const code of codes) seen.add(code)
})

test.each([...standardFiles.keys()].map(path => path.split('/').slice(3).join('/')))('<%s> can be included', name => {
  const inside = name.startsWith('abstractions/') ? `  include <${name}>\n` : '  /@{word8}/@{user_share_dirs} r,\n'
  const before = name.startsWith('abstractions/') || name === 'tunables/global' ? '' : `include <${name}>\n`
  const again = /^tunables\/(?:securityfs|apparmorfs|sys)$/.test(name)
  const text = `include <tunables/global>\n${again ? before : ''}profile web {\n${inside}}\n`
  expect(readApparmorProfiles(text).findings).toEqual([])
})

test('files of the host are included, and in the place of standard ones', () => {
  const text = 'profile web {\n  include <local/web>\n  include <abstractions/php>\n}\n'
  expect(codesOf(readApparmorProfiles(text).findings)).toEqual(['apparmor-include'])
  const local = { path: '/etc/apparmor.d/local/web', text: '/a r,\n' }
  const php = { path: '/etc/apparmor.d/abstractions/php', text: '/b r,\n' }
  const [one] = readApparmorProfiles(text, { beside: [local] }).value?.profiles ?? []
  const [both] = readApparmorProfiles(text, { beside: [local, php] }).value?.profiles ?? []
  expect([one?.rules.length, one?.unheld, both?.rules.length, both?.unheld]).toEqual([1, [php.path], 2, []])
})

test.each([
  ['/etc/apparmor.d/k8s-web', 'profile web { }', 1],
  ['/etc/apparmor.d/k8s-web', 'profile k8s-web flags=(attach_disconnected) { }', 0],
  ['/etc/apparmor.d/bin.ping', '/bin/ping { }', 0],
  ['/etc/apparmor.d/bin.ping', 'profile ping /bin/ping { }', 0],
  ['/etc/apparmor.d/profile', 'profile web { }', 0],
  ['/home/jane/web.txt', 'profile web { }', 0],
])('%s: %s', (file, text, count) => {
  const codes = codesOf(readApparmorProfiles(text, { file }).findings)
  expect(codes).toEqual(Array(count).fill('apparmor-file-name'))
  for (const code of codes) seen.add(code)
})

function growing(lines: number): string {
  return Array.from({ length: lines }, (_, at) => {
    const before = at === 0 ? '@{A}' : `@{A${at}}`
    return `@{A${at + 1}}=${before}${before}\n`
  }).join('')
}

test('what the files that are not at hand would allow is not known', () => {
  const { value } = readApparmorProfiles('profile web {\n  include <abstractions/php>\n  deny /a r,\n  /c r,\n}\n')
  const [profile] = value?.profiles ?? []
  if (!profile) throw new Error('The profile is not read.')
  const { files, capability } = compileProfile(profile)
  expect(files.decide('/a', permission.r, true).verdict).toBe('denied')
  expect(files.decide('/c', permission.r, true).verdict).toBe('allowed')
  const says =
    'No rule here allows it, but the profile includes /etc/apparmor.d/abstractions/php, and those rules are not at hand.'
  for (const unknown of [files.decide('/b', permission.r, true), capability('chown')]) {
    expect(unknown).toEqual({ verdict: 'undecided', log: 'none', by: { kind: 'unknown', says } })
  }
})

test('a file that is not at hand is unknown to the profile that includes it alone', () => {
  const { value } = readApparmorProfiles(
    'profile one {\n  include <abstractions/php>\n  profile in { }\n}\nprofile two { }\n',
  )
  const profiles = (value?.profiles ?? []).flatMap(all)
  expect(profiles.map(it => [it.label, it.unheld.length])).toEqual([
    ['one', 1],
    ['one//in', 0],
    ['two', 0],
  ])
})

test('every finding has a fixture', () => {
  expect([...seen].sort()).toEqual(Object.keys(apparmorFindings).sort())
})

function title(document: string, index: number): string {
  return /^% (\w.*)$/m.exec(document)?.[1] ?? `document ${index + 1}`
}

function check(document: string): void {
  const lines = document.split('\n')
  const text = lines.filter(line => !line.startsWith('%')).join('\n')
  const { value, findings } = readApparmorProfiles(text, { file: 'web' })
  for (const { code } of findings) seen.add(code)

  const pointed: string[] = []
  let line = 0
  for (const it of lines) {
    if (!it.startsWith('%')) line++
    const caret = /^% *\^ (\S+)$/.exec(it)
    if (caret) pointed.push(`${line}:${it.indexOf('^') + 1} ${caret[1]}`)
  }
  const anywhere = lines.flatMap(it => /^%! (\S+)$/.exec(it)?.[1] ?? [])
  const placed = findings.filter(it => !anywhere.includes(it.code)).map(it => `${placeOf(text, it)} ${it.code}`)
  expect(placed.sort()).toEqual(pointed.sort())
  expect(codesOf(findings.filter(it => anywhere.includes(it.code)))).toEqual(anywhere.sort())

  const words = lines.flatMap(it => /^%= (.+)$/.exec(it)?.[1] ?? [])
  if (words.length > 0) expect(findings.map(it => it.message.split('\n')[0])).toEqual(words)
  if (value) decisions(lines, value)
}

function decisions(lines: readonly string[], policy: Policy): void {
  const profiles = new Map(policy.profiles.flatMap(all).map(it => [it.label, compileProfile(it)]))
  const loaded = loadedProfiles(policy.profiles)
  for (const [index, it] of lines.entries()) {
    const [, label = '', act = '', what = '', expected = ''] = /^%\? (\S+) (\S+) (.*) = (.+)$/.exec(it) ?? []
    if (label === '') continue
    const profile = profiles.get(label)
    if (!profile) throw new Error(`There is no profile ${label}.`)
    const decision = asked(profile, act, what.split(' '), loaded)
    expect(`${it} → ${spelt(decision)}`).toBe(`${it} → ${expected}`)
    const sentence = /^%: (.+)$/.exec(lines[index + 1] ?? '')?.[1]
    if (sentence) expect(explainApparmor(`${act} ${what}`, decision)).toBe(sentence)
  }
}

function all(profile: Profile): readonly Profile[] {
  return [profile, ...profile.children.flatMap(all)]
}

function asked(profile: CompiledProfile, act: string, words: readonly string[], loaded: LoadedProfiles): Decision {
  const [first = '', second = '', ...more] = words
  const letters = /^(other:)?([rwalkm]+)$/.exec(act)
  if (letters) {
    const wanted = [...(letters[2] ?? '')].reduce((bits, letter) => bits | bitOf(letter), 0)
    return profile.files.decide(words.join(' '), wanted, letters[1] === undefined)
  }
  switch (act) {
    case 'exec':
      return profile.exec(first, true, loaded)
    case 'link':
      return profile.files.link(first, second, true)
    case 'capability':
      expect(capabilities).toContain(first)
      return profile.capability(first)
    case 'socket':
      return profile.socket({ family: families[first] ?? 0, type: socketTypes[second] ?? 0 })
    case 'signal':
      return profile.signal(first === 'send' ? 'send' : 'receive', Number(second), more[0] ?? '')
    case 'ptrace':
      return profile.ptrace(tracings.find(it => it === first) ?? 'read', second)
    case 'mount': {
      const flags = more.slice(1).reduce((bits, option) => bits | (mountOptions.get(option)?.set ?? 0), 0)
      return profile.mount({ filesystem: first, source: second, target: more[0] ?? '', flags })
    }
    case 'umount':
      return profile.umount(first)
    case 'pivot_root':
      return profile.pivotRoot(first, second)
    case 'unix': {
      const [address, peerAddress, peer] = more
      const given = { ...(address && { address }), ...(peerAddress && { peerAddress }), ...(peer && { peer }) }
      return profile.unix({ access: first, type: socketTypes[second] ?? 0, ...given })
    }
    case 'dbus':
    case 'mqueue':
    case 'userns':
    case 'io_uring':
      return profile.newer({ kind: act, access: first, facts: factsOf([second, ...more]) })
    case 'change_on_exec':
      return profile.changeOnExec(first, second, loaded)
    case 'change_profile':
      return profile.changeProfile(first, loaded)
    case 'change_hat':
      return profile.changeHat(first)
    case 'rlimit':
      return profile.rlimit(first, second === 'infinity' ? undefined : Number(second))
    default:
      throw new Error(`Nobody knows the act ${act}.`)
  }
}

const tracings = ['trace', 'read', 'tracedby', 'readby'] as const

/** `bus=system peer.name=org.x` → what it is, by the conditions of a rule. */
function factsOf(words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    words.filter(it => it.includes('=')).map(it => [it.split('=')[0]?.replace('.', ' ') ?? '', it.split('=')[1] ?? '']),
  )
}

function bitOf(letter: string): number {
  return Object.entries(permission).find(([name]) => name === letter)?.[1] ?? 0
}

const codesOf = (findings: readonly Finding[]) => findings.map(it => it.code).sort()

function placeOf(text: string, { range }: Finding): string {
  if (range === undefined) return 'nowhere'
  const { line, column } = lineColumn(text, range.start)
  return `${line}:${column}`
}

function spelt(decision: ExecDecision): string {
  const { verdict, errno, log, by, label, environment } = decision
  const who = by.kind === 'rule' ? `${by.rule.place.line}` : 'missing' in by && by.missing !== '' ? by.missing : by.kind
  const word = errno === undefined ? verdict : `${verdict}(${errno})`
  return [word, log, who, label && `→ ${label}`, environment].filter(it => it !== undefined).join(' ')
}
