import type { LabFiles, LabSource, PackFinding } from './lab-source.ts'

/** Reads a lab folder. Never throws; `source` is there only when the lab can be used in every variant. */
export function loadLab(_id: string, _files: LabFiles): { source?: LabSource; findings: readonly PackFinding[] } {
  return { findings: [] }
}
