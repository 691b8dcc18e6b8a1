import { describe, expect, test } from 'vitest'
import { outline } from '#engine/validation/outline.ts'
import { partsOf } from '#engine/validation/parts.ts'
import { isLintable } from './parts.ts'

const policy = 'apiVersion: audit.k8s.io/v1\nkind: Policy\n'
const indented = policy.replace(/^/gm, '    ').trimEnd()
const kindsOf = (text: string, path = '/tmp/x.yaml') => partsOf(text, path).map(({ kind }) => kind.id)

describe('the kinds of a file', () => {
  test.each([
    ['one document', policy, ['audit-policy']],
    ['several of one kind', `${policy}---\n${policy}`, ['audit-policy']],
    [
      'several kinds, in their order',
      `kind: RuntimeClass\n---\n${policy}---\nkind: RuntimeClass\n`,
      ['runtime-class', 'audit-policy'],
    ],
    ['a kind beside one that nobody knows', `kind: Service\n---\n${policy}`, ['audit-policy']],
    ['none', 'kind: Service\n', []],
    ['a policy that is carried', `kind: ConfigMap\ndata:\n  policy.yaml: |\n${indented}\n`, []],
    ['a policy that is carried in a list', `items:\n- |\n${indented}\n- b: >-\n${indented}\n  c: d\n`, []],
    ['separators without end', '---\n'.repeat(5000), []],
  ])('%s', (_, text, kinds) => expect(kindsOf(text)).toEqual(kinds))

  test('each part keeps its places and nothing of the others', () => {
    const text = `kind: RuntimeClass\n---\r\n${policy}--- # last\nkind: RuntimeClass\nhandler: a\n`
    const [classes, audit] = partsOf(text, '/tmp/x')
    for (const part of [classes, audit]) expect(part?.text.length).toBe(text.length)
    expect(classes?.text.trim()).toMatch(/^kind: RuntimeClass\n\s+--- # last\nkind: RuntimeClass\nhandler: a$/)
    expect(audit?.text.indexOf(policy)).toBe(text.indexOf(policy))
    expect(audit?.text.trim()).toBe(`---\r\n${policy}`.trim())
  })
})

test('what follows a block is kept', () => {
  expect(outline('a: |\n  one\n\n  two\nb: >- # text\n   three\nc: 1\n- d: |\n    four\n  e: 2\n')).toBe(
    'a: |\nb: >- # text\nc: 1\n- d: |\n  e: 2\n',
  )
})

const rule = '- rule: a\n  desc: b\n'
const profile = '{ "defaultAction": "SCMP_ACT_ALLOW" }'

test.each([
  ['/a/rules.YAML', rule, true],
  ['/a/rules.md', rule, false],
  ['/a/rules', rule, false],
  ['/a/etc/falco/rules.d/own.yaml', '', true],
  ['/a/rules.d/own.yaml', '', false],
  ['/a/profile.json', profile, true],
  ['/a.json/profile', profile, false],
  ['/a/var/lib/kubelet/seccomp/profile', profile, true],
  ['/a/.toml', "[plugins.'io.containerd.cri.v1.runtime']", false],
])('in a folder, %s that says %j is linted: %s', (path, text, is) => expect(isLintable(text, path)).toBe(is))
