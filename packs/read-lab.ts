import type { LabFiles, LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import { loadLab } from '#engine/grade/load-lab.ts'
import { filled } from '#engine/grade/placeholders.ts'
import { markdownFindings } from './markdown-findings.ts'

const texts = ['task.md', 'hints.md', 'explain.md']

/**
 * Reads a lab and looks at its texts too, with every variant's values: what `loadLab` tells, and what a page would not show.
 *
 * @param id `pack/slug`
 */
export function readLab(
  id: string,
  files: LabFiles,
): { readonly source?: LabSource; readonly findings: readonly PackFinding[] } {
  const { source, findings } = loadLab(id, files)
  const shown = texts.flatMap(file =>
    (source?.variants ?? [{}]).flatMap(values => markdownFindings(file, filled(files[file] ?? '', values))),
  )
  const distinct = [...new Map(shown.map(it => [JSON.stringify(it), it])).values()]
  return distinct.length === 0 ? { ...(source && { source }), findings } : { findings: [...findings, ...distinct] }
}
