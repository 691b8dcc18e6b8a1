import type { LabFiles, PackFinding } from '#engine/grade/lab-source.ts'
import type { ShownFinding } from '#engine/grade/pack-view.ts'

const longest = 200

/** Findings with the text of their lines. Their files begin with the pack's id. */
export function shownFindings(id: string, files: LabFiles, findings: readonly PackFinding[]): readonly ShownFinding[] {
  return findings.map(finding => {
    const path = finding.file.slice(id.length + 1)
    if (finding.line === undefined || !Object.hasOwn(files, path)) return finding
    const text = files[path]?.split(/\r\n|\r|\n/)[finding.line - 1]
    return text === undefined
      ? finding
      : { ...finding, text: text.length > longest ? `${text.slice(0, longest)}…` : text }
  })
}
