import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { labCheck } from './lab-check.ts'

const lab = {
  'lab.yaml': `title: One word
summary: One file.
domain: monitoring
competency: audit-logs
difficulty: direct
minutes: 3
cluster: two-node
host: base
checks:
  - id: word
    title: The word is there
    points: 2
    answer: { path: /home/candidate/word.txt, equals: unshare }
`,
  'task.md': 'Write it.\n',
  'hints.md': '## word\nThink.\n',
  'explain.md': 'Because.\n',
  'pass/solution.sh': 'echo unshare > word.txt\n',
  'fail/word.another.sh': 'echo setns > word.txt\n',
}

let root = ''
const put = async (folder: string, files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, folder, name)), { recursive: true })
    await writeFile(join(root, folder, name), text)
  }
}
const check = async (...folders: readonly string[]) => {
  let text = ''
  const code = await labCheck(
    folders.map(folder => join(root, folder)),
    piece => {
      text += piece
    },
  )
  return { code, text: text.replaceAll(root, 'ROOT') }
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'labs-'))
  await put('packs/good/one', lab)
  await put('packs/good', { 'pack.yaml': 'title: Good\nversion: 1.0.0\nlicence: MIT\nauthors: [A]\n' })
  await put('weak/one', { ...lab, 'fail/word.another.sh': lab['pass/solution.sh'] })
  await put('broken/one', { ...lab, 'lab.yaml': lab['lab.yaml'].replace('points', 'point') })
  await put('nothing', { 'readme.md': 'hello' })
})
afterAll(() => rm(root, { recursive: true }))

const holds = `good/one
  1 check, 1 variant, 1 right attempt, 1 wrong attempt
  ok  the lab can be read
  ok  doing nothing earns nothing
  ok  guards are exactly what holds at the start
  ok  every right attempt earns everything
  ok  every wrong attempt fails exactly its checks
  ok  every check can be failed
  ok  hints do not give the solution away

1 lab holds, 0 do not.
`

test.each(['packs', 'packs/good', 'packs/good/one'])('a lab that holds, by %s', async folder => {
  expect(await check(folder)).toEqual({ code: 0, text: holds })
})

test('a lab whose check is too weak', async () => {
  const { code, text } = await check('weak/one')
  expect(code).toBe(1)
  expect(text.split('\n').slice(6, 9)).toEqual([
    '  no  every wrong attempt fails exactly its checks',
    '        ROOT/weak/one/fail/word.another.sh: `word` is earned by a wrong attempt: the check is too weak.',
    '  ok  every check can be failed',
  ])
})

test('a lab that cannot be read', async () => {
  const { code, text } = await check('broken/one')
  expect(code).toBe(1)
  expect(text.split('\n').slice(0, 5)).toEqual([
    'broken/one',
    '  no  the lab can be read',
    '        ROOT/broken/one/lab.yaml:10: `points` is missing.',
    '        ROOT/broken/one/lab.yaml:12: Unknown key `point`. Did you mean `points`?',
    '  --  doing nothing earns nothing',
  ])
})

test.each([
  ['nothing', 'ROOT/nothing holds neither lab.yaml nor pack.yaml. Name the folder of a lab or of a pack.\n'],
  ['nowhere', 'There is no folder ROOT/nowhere. Name the folder of a lab or of a pack.\n'],
])('no lab in %s', async (folder, text) => {
  expect(await check(folder)).toEqual({ code: 2, text })
})
