import { expect, test } from 'vitest'
import { studioPath, versionWord } from './paths.ts'

test.each([
  ['/studio/mine', {}],
  ['/studio/mine/word', { lab: 'word', version: '' }],
  ['/studio/mine?version=folder', { lab: 'a.js', version: 'folder' }],
  [
    '/studio/mine?file=word%2Fpass%2Fa%26b.sh&line=3&version=folder#line-3',
    {
      file: 'word/pass/a&b.sh',
      line: 3,
      version: 'folder',
    },
  ],
] as const)('%s', (path, place) => {
  expect(studioPath('mine', place)).toBe(path)
})

test('a version is named when learners do not get it', () => {
  const hash = '0123456789abcdef'
  expect(versionWord({ offered: true, origin: 'archive', hash })).toBe('')
  expect(versionWord({ offered: false, origin: 'archive', hash })).toBe(hash)
  expect(versionWord({ offered: false, origin: 'folder', hash })).toBe('folder')
  expect(versionWord({ offered: true, origin: 'built-in', hash: '' })).toBe('')
})
