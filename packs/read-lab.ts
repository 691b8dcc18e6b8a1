import { setImmediate } from 'node:timers/promises'
import type { LabFiles, LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import { loadLab } from '#engine/grade/load-lab.ts'
import { filled } from '#engine/grade/placeholders.ts'
import { markdownFindings } from './markdown-findings.ts'

const texts = ['task.md', 'hints.md', 'explain.md']
/** It is read once for each variant. */
const yamlAtMost = 32 * 1024
/** What a value needs to become more than words in Markdown. */
const telling = /[<>[\]!:&\\*_~`]/

/**
 * Reads a lab and looks at its texts too, with every variant's values: what `loadLab` tells, and what a page would not
 * show. Others get their turn in between.
 *
 * @param id `pack/slug`
 */
export async function readLab(
  id: string,
  files: LabFiles,
): Promise<{ readonly source?: LabSource; readonly findings: readonly PackFinding[] }> {
  if ((files['lab.yaml']?.length ?? 0) > yamlAtMost) {
    const message = `\`lab.yaml\` is too long. It has at most ${yamlAtMost / 1024} KiB.`
    return { findings: [{ code: 'too-large', file: 'lab.yaml', message }] }
  }
  const { source, findings } = loadLab(id, files)
  const [first = {}, ...others] = source?.variants ?? []
  const variants = [first, ...others.filter(values => Object.values(values).some(value => telling.test(value)))]
  const shown = new Map<string, PackFinding>()
  for (const file of texts)
    for (const text of new Set(variants.map(values => filled(files[file] ?? '', values)))) {
      for (const finding of markdownFindings(file, text)) shown.set(JSON.stringify(finding), finding)
      await setImmediate()
    }
  if (shown.size > 0) return { findings: [...findings, ...shown.values()] }
  return { ...(source && { source }), findings }
}
