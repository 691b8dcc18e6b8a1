import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import { competencyFindings as findingsIn } from '#packs/competency-findings.ts'
import { parseCurriculum } from '#packs/curriculum.ts'

/** What is wrong with the place of labs in the curriculum that came with the program. */
export async function competencyFindings(root: string): Promise<(source: LabSource) => readonly PackFinding[]> {
  const plan = parseCurriculum(await readFile(join(root, 'content/curriculum.yaml'), 'utf8'))
  return source => findingsIn(source, plan)
}
