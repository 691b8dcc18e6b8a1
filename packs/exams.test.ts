import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { drawPaper } from '#engine/grade/exam/draw-paper.ts'
import { readBlueprint } from '#engine/grade/exam/read-blueprint.ts'
import { examLab, exams, readExams } from './exams.ts'
import { builtInLabs } from './library.ts'

const labs = (await builtInLabs()).labs.map(examLab)
// Others may lie beside them: whoever adds an exam runs this file.
const shipped = (await exams()).filter(({ id }) => ['short', 'hour'].includes(id))

test('no exam in content/exams has a fault', async () => {
  expect((await readExams('content/exams', labs)).findings).toEqual([])
})

describe('the exams that ship', () => {
  test('are half an hour with four tasks and an hour with eight', () => {
    const drawn = shipped.map(exam => {
      const paper = drawPaper(exam, labs, 'reef')
      return [exam.id, exam.minutes, exam.pass, 'paper' in paper ? paper.paper.tasks.length : paper.fault]
    })
    expect(drawn).toEqual([
      ['short', 30, 67, 4],
      ['hour', 60, 67, 8],
    ])
  })

  test('differ by seed', () => {
    for (const exam of shipped) {
      const papers = ['a', 'b', 'c', 'd', 'e', 'f'].map(seed => JSON.stringify(drawPaper(exam, labs, seed)))
      const tasks = papers.map(paper => paper.replace(/"seed":"\w"/, ''))
      expect(new Set(tasks).size).toBeGreaterThan(2)
    }
  })
})

test('the example in the guide can be read', async () => {
  const text = /```yaml\n(.*?)```/s.exec(await readFile('docs/writing-an-exam.md', 'utf8'))?.[1] ?? ''
  expect(readBlueprint({ id: 'a', file: 'a.yaml', text }, labs)).toMatchObject({ blueprint: { minutes: 30 } })
})

test('an exam with a fault is told of and not offered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'exams-'))
  const texts = {
    'long.yaml': 'title: Long\nminutes: 90\ntasks: [{ lab: cks/sandbox-a-pod }]\n',
    'quick.yaml': 'title: Quick\nminutes: 5\ntasks: [{ lab: cks/sandbox-a-pod }]\n',
    'odd.yaml': 'title: Odd\nminutes: 5\ntasks: [{ lab: cks/no-such-lab }]\n',
    'notes.txt': 'not an exam',
  }
  for (const [file, text] of Object.entries(texts)) await writeFile(join(folder, file), text)
  const read = await readExams(folder, labs).finally(() => rm(folder, { recursive: true }))
  expect(read.exams.map(({ id }) => id)).toEqual(['quick', 'long'])
  const fault = { code: 'exam-schema', file: 'odd.yaml', line: 3, message: 'There is no lab `cks/no-such-lab`.' }
  expect(read.findings).toEqual([fault])
})
