import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import { type Curriculum, parseCurriculum } from '#packs/curriculum.ts'

/** What is wrong with the place of a lab in the exam's curriculum; the engine does not know that one. */
export async function competencyFindings(root: string): Promise<(source: LabSource) => readonly PackFinding[]> {
  const curriculum = parseCurriculum(await readFile(join(root, 'content/curriculum.yaml'), 'utf8'))
  return source => findings(source, curriculum)
}

function findings(source: LabSource, { domains }: Curriculum): readonly PackFinding[] {
  const { domain, competency } = source.variant(0)
  const known = domains.find(({ slug }) => slug === domain)?.competencies.map(({ slug }) => slug) ?? []
  if (known.includes(competency)) return []
  const line = (source.files['lab.yaml'] ?? '').split('\n').findIndex(text => text.startsWith('competency:')) + 1
  return [
    {
      code: 'unknown-competency',
      file: 'lab.yaml',
      ...(line > 0 && { line }),
      message: `There is no competency \`${competency}\` in ${domain}. Known: ${known.join(', ')}.`,
    },
  ]
}
