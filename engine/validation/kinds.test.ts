import { expect, it } from 'vitest'
import { type Field, fieldAt } from './field.ts'
import { artefactKinds, kindOf } from './kinds.ts'

it.each([
  ['by apiVersion', 'apiVersion: audit.k8s.io/v1\nkind: Policy\n', '/tmp/x', 'audit-policy'],
  ['by apiVersion in JSON', '{\n  "apiVersion": "audit.k8s.io/v1" }', '/tmp/x', 'audit-policy'],
  ['by apiVersion, although the rest is broken', 'apiVersion: audit.k8s.io/v1\nrules: [', '/tmp/x', 'audit-policy'],
  ['by its place', 'kind: Policy\nrules:\n', '/etc/kubernetes/audit/policy.yaml', 'audit-policy'],
  ['by its place, while it is empty', '', '/etc/kubernetes/audit-policy.yaml', 'audit-policy'],
  ['not by its place when it says otherwise', 'kind: Config\n', '/etc/kubernetes/audit/webhook.yaml', undefined],
  ['by the keys of a profile', '{ "defaultAction": "x", "syscalls": [] }', '/tmp/x', 'seccomp'],
  ['by the place of profiles', '', '/var/lib/kubelet/seccomp/profiles/a.json', 'seccomp'],
  ['nothing', 'a: b\n', '/tmp/x.yaml', undefined],
])('knows a kind %s', (_, text, path, id) => expect(kindOf(text, path)?.id).toBe(id))

it.each(artefactKinds)('says something of every field and value of $name', ({ field }) => {
  const silent: string[] = []
  const walk = (each: Field, path: readonly (string | number)[]) => {
    const choices = typeof each.values === 'function' ? each.values({ root: undefined, path }) : (each.values ?? [])
    for (const { text, says } of [{ text: '', says: each.says }, ...choices]) {
      if (!/^[^a-z].*[.]$/s.test(says)) silent.push(`${path.join('.')} ${text}: ${says}`)
    }
    for (const [key, inner] of Object.entries(each.keys ?? {})) walk(inner, [...path, key])
    if (each.items) walk(each.items, [...path, 0])
  }
  walk(field, [])
  expect(silent).toEqual([])
  expect(fieldAt(field, ['nothing', 'there'])).toBeUndefined()
})
