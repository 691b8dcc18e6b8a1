import { expect, test } from 'vitest'
import type { LabProof, PackLab } from '#engine/grade/pack-view.ts'
import { fileMark, fileTree, labMark } from './file-tree.ts'

const paths = ['README.md', 'pack.yaml', 'a/lab.yaml', 'a/pass/solution.sh', 'a/start/hosts/base/etc/x', 'ab/lab.yaml']

test('beside the labs, and in the one that is open', () => {
  expect(fileTree(paths, undefined)).toEqual({
    files: ['README.md', 'pack.yaml'],
    lab: { files: [], folders: [] },
  })
  expect(fileTree(paths, 'a').lab).toEqual({
    files: [{ path: 'a/lab.yaml', name: 'lab.yaml' }],
    folders: [
      { name: 'pass', files: [{ path: 'a/pass/solution.sh', name: 'solution.sh' }] },
      { name: 'start', files: [{ path: 'a/start/hosts/base/etc/x', name: 'hosts/base/etc/x' }] },
    ],
  })
})

const lab = (slug: string, proof?: LabProof): PackLab => ({
  id: `mine/${slug}`,
  slug,
  checks: [],
  variants: 1,
  right: [],
  wrong: [],
  failable: 0,
  ...(proof && { proof }),
})
const proof = (...shortfalls: readonly (readonly [demand: string, file: string])[]): LabProof => ({
  attempts: [],
  verdict: {
    holds: shortfalls.length === 0,
    idle: 0,
    at: 1,
    shortfalls: shortfalls.map(([demand, file]) => ({ code: 'x', message: 'x', demand, file })),
  },
})
const fault = (file: string) => ({ code: 'x', message: 'x', file })
const pack = {
  id: 'mine',
  faults: [fault('mine/a/lab.yaml'), fault('mine/a/lab.yaml'), fault('mine/none')],
  contents: [lab('a'), lab('ab', proof(['wrong', 'fail/x.sh'], ['hints', 'hints.md'])), lab('b', proof()), lab('c')],
}

test('marks of labs', () => {
  const stopped = lab('d', { attempts: [] })
  expect([...pack.contents, stopped].map(it => labMark(it, pack))).toEqual([
    'error',
    'missed',
    'earned',
    'open',
    'open',
  ])
})

test('marks of files', () => {
  expect(['a/lab.yaml', 'ab/fail/x.sh', 'ab/hints.md', 'ab/lab.yaml'].map(it => fileMark(it, pack))).toEqual([
    { mark: 'error', count: 2 },
    { mark: 'missed', count: 1 },
    { mark: 'warning', count: 1 },
    undefined,
  ])
})
