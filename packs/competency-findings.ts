import type { LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import type { Curriculum } from './curriculum.ts'

/** What is wrong with the place of a lab in the exam's curriculum; the engine does not know that one. */
export function competencyFindings(source: LabSource, { domains }: Curriculum): readonly PackFinding[] {
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
