import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Blueprint } from '#engine/grade/exam/blueprint.ts'
import type { ExamLab } from '#engine/grade/exam/exam-lab.ts'
import { readBlueprint } from '#engine/grade/exam/read-blueprint.ts'
import type { LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import { labCard } from './lab-card.ts'
import { builtInLabs } from './library.ts'

/** Blueprints of a folder, the shortest first, with the faults of those that are not offered. */
export interface Exams {
  readonly exams: readonly Blueprint[]
  readonly findings: readonly PackFinding[]
}

/** Reads `<folder>/<id>.yaml`. */
export async function readExams(folder: string, labs: readonly ExamLab[]): Promise<Exams> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.yaml')).sort()
  const texts = await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')))
  const read = names.map((file, at) =>
    readBlueprint({ id: basename(file, '.yaml'), file, text: texts[at] ?? '' }, labs),
  )
  return {
    exams: read
      .flatMap(it => ('blueprint' in it ? [it.blueprint] : []))
      .sort((a, b) => a.minutes - b.minutes || (a.id < b.id ? -1 : 1)),
    findings: read.flatMap(it => ('findings' in it ? it.findings : [])),
  }
}

/** A lab as drawing an exam sees it. */
export function examLab(source: LabSource): ExamLab {
  const { id, domain, difficulty, points } = labCard(source)
  return { id, domain, difficulty, points, variants: source.variants.length }
}

let kept: Promise<Exams> | undefined

/** The exams in `content/exams` whose labs are all there. In production they are read once. */
export async function exams(): Promise<readonly Blueprint[]> {
  const folder = join(process.cwd(), 'content/exams')
  const read = kept ?? builtInLabs().then(({ labs }) => readExams(folder, labs.map(examLab)))
  if (process.env.NODE_ENV === 'production') kept = read
  return (await read).exams
}
