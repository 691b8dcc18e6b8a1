import { expect, test } from 'vitest'
import { createWorld, textOf } from '../cluster/world.ts'
import { baseWorld } from './base-worlds.ts'

const world = () => {
  const base = baseWorld('two-node')
  if (!base) throw new Error('no base world')
  return createWorld(base, 0)
}

const node = (host: string, path: string) => world().hosts.get(host)?.files.get(path)

test('a base world is made once and shared', () => {
  expect(baseWorld('two-node')).toBe(baseWorld('two-node'))
  expect([...(baseWorld('two-node')?.keys() ?? [])]).toEqual(['base', 'controlplane', 'node01'])
})

test.each(['', 'nope', '__proto__', 'toString'])('there is no world %j', name => {
  expect(baseWorld(name)).toBeUndefined()
})

test.each([
  ['controlplane', '/etc/kubernetes/manifests', 0o700, 0],
  ['controlplane', '/etc/kubernetes/manifests/kube-apiserver.yaml', 0o600, 0],
  ['controlplane', '/etc/kubernetes/admin.conf', 0o600, 0],
  ['controlplane', '/etc/kubernetes/pki/ca.crt', 0o644, 0],
  ['controlplane', '/etc/kubernetes/pki/ca.key', 0o600, 0],
  ['controlplane', '/etc/kubernetes/pki/sa.pub', 0o600, 0],
  ['controlplane', '/var/lib/kubelet/config.yaml', 0o644, 0],
  ['controlplane', '/var/lib/kubelet/seccomp', 0o755, 0],
  ['controlplane', '/var/lib/etcd', 0o700, 0],
  ['node01', '/etc/kubernetes/manifests', 0o755, 0],
  ['node01', '/etc/kubernetes/kubelet.conf', 0o600, 0],
  ['base', '/tmp', 0o1777, 0],
  ['base', '/root', 0o700, 0],
  ['base', '/home/candidate', 0o750, 1000],
  ['base', '/etc/shadow', 0o640, 0],
  ['base', '/usr/bin/sudo', 0o4755, 0],
] as const)('%s:%s has mode %o', (host, path, mode, uid) => {
  expect(node(host, path)).toMatchObject({ mode, uid })
})

test('what the API server mounts is there', () => {
  const host = world().hosts.get('controlplane')
  const manifest = host && textOf(host, '/etc/kubernetes/manifests/kube-apiserver.yaml')
  const paths =
    manifest && 'text' in manifest
      ? [...manifest.text.matchAll(/hostPath:\n {6}path: (\S+)/g)].map(found => found[1] ?? '')
      : []
  expect(paths.length).toBe(5)
  for (const path of paths) expect(host?.files.get(path)?.kind).toBe('directory')
})

test.each(['kubectl', 'kubelet', 'crictl'])('the base host has no %s', name => {
  expect(node('base', `/usr/bin/${name}`)).toBeUndefined()
  expect(node('node01', `/usr/bin/${name}`)).toBeDefined()
})

test('no file holds a key', () => {
  for (const tree of baseWorld('two-node')?.values() ?? [])
    for (const [path, it] of tree.nodes)
      if (it.kind === 'file' && typeof it.content === 'string')
        expect(/BEGIN [A-Z ]*PRIVATE KEY-----\n(?!This simulated)/.test(it.content), path).toBe(false)
})
