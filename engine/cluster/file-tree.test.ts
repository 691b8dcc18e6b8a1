import { expect, test } from 'vitest'
import { createFileTree, type FileNode, normalise, treeBase } from './file-tree.ts'
import { createWorld, followed, stateOf, textOf } from './world.ts'

const file = (content: string): FileNode => ({ kind: 'file', content, mode: 0o644, uid: 0, gid: 0, mtime: 5 })
const link = (target: string): FileNode => ({ kind: 'link', target, mode: 0o777, uid: 0, gid: 0, mtime: 5 })
const base = treeBase([
  ['/etc/a', file('a')],
  ['/etc/b/c', file('c')],
  ['/l', link('etc/b')],
  ['/loop', link('/loop')],
])

test('parents of a base exist', () => {
  const tree = createFileTree(base)
  expect(tree.list('/')).toEqual(['etc', 'l', 'loop'])
  expect(tree.list('/etc')).toEqual(['a', 'b'])
  expect(tree.get('/etc/b')).toMatchObject({ kind: 'directory', mode: 0o755 })
})

test('changes lie over the base and leave it alone', () => {
  const tree = createFileTree(base)
  tree.set('/etc/new', file('grün'))
  tree.delete('/etc/b')
  expect(tree.list('/etc')).toEqual(['a', 'new'])
  expect(tree.get('/etc/b/c')).toBeUndefined()
  expect(tree.changes().map(change => [change.path, change.node === null])).toEqual([
    ['/etc/b', true],
    ['/etc/b/c', true],
    ['/etc/new', false],
  ])
  expect(tree.changedBytes).toBe(5)
  expect(createFileTree(base).list('/etc')).toEqual(['a', 'b'])
  expect(createFileTree(base, tree.changes()).list('/etc')).toEqual(['a', 'new'])
})

test('what was made and removed again leaves no change', () => {
  const tree = createFileTree(base)
  tree.set('/x', file('x'))
  tree.delete('/x')
  expect(tree.changes()).toEqual([])
  expect(tree.changedBytes).toBe(0)
})

test('a node needs a directory above it', () => {
  expect(() => createFileTree(base).set('/etc/a/x', file(''))).toThrow('/etc/a/x')
})

test('links are followed, loops end', () => {
  const world = createWorld(new Map([['base', base]]), 1)
  const host = world.hosts.get('base')
  if (!host) throw new Error('no host')
  expect(textOf(host, '/l/c')).toEqual({ text: 'c', path: '/etc/b/c' })
  expect(textOf(host, '/loop')).toEqual({ problem: 'loop' })
  expect(textOf(host, '/etc')).toEqual({ problem: 'directory' })
  expect(followed(host, '/l/no/where')).toEqual({ path: '/etc/b/no/where' })
  expect(stateOf(world)).toEqual({ clock: 1, hosts: { base: [] } })
})

test.each([
  ['/a/../b/./c//', '/b/c'],
  ['../..', '/'],
  ['x', '/x'],
])('normalise %s', (path, wanted) => expect(normalise(path)).toBe(wanted))
