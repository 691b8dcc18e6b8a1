import { expect, test } from 'vitest'
import { artefactKinds } from '#engine/validation/kinds.ts'
import { hostPath, orderedPath } from './host-path.ts'

test.each([
  ['/etc/falco/falco.yaml', '/etc/falco/falco.yaml', '/etc/x'],
  ['/home/me/deploy/etc/falco/falco.yaml', '/etc/falco/falco.yaml', '/home/me/deploy/etc/x'],
  ['/home/me/node/var/lib/kubelet/seccomp/a.json', '/var/lib/kubelet/seccomp/a.json', '/home/me/node/etc/x'],
  ['/home/me/var/a.json', '/home/me/var/a.json', '/etc/x'],
  ['C:/deploy/etc/falco/falco.yaml', '/etc/falco/falco.yaml', 'C:/deploy/etc/x'],
])('%s lies on a host at %s', (path, laid, other) => {
  const place = hostPath(path)
  expect([place.path, place.here('/etc/x')]).toEqual([laid, other])
})

test.each([
  ['/home/me/rules/falco_rules.local.yaml', '/etc/falco/falco_rules.local.yaml', '/home/me/rules/falco_rules.yaml'],
  ['/home/me/rules/rules.d/own.yaml', '/etc/falco/rules.d/own.yaml', '/home/me/rules/falco_rules.yaml'],
  ['/home/me/etc/falco/rules.d/own.yaml', '/etc/falco/rules.d/own.yaml', '/home/me/etc/falco/falco_rules.yaml'],
  ['/own.yaml', '/own.yaml', '/etc/falco/falco_rules.yaml'],
])('%s lies in the order of Falco at %s', (path, laid, first) => {
  const falco = artefactKinds.find(({ id }) => id === 'falco')
  const place = falco && orderedPath(falco, path)
  expect([place?.path, place?.here('/etc/falco/falco_rules.yaml')]).toEqual([laid, first])
})
