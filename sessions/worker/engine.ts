import type { World, WorldState } from '#engine/cluster/world.ts'
import type { Lab } from '#engine/grade/lab.ts'
import type { LabFiles, LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import type { Report } from '#engine/grade/report.ts'
import type { Terminal, TerminalOptions } from '#engine/shell/terminal.ts'

/** What a thread needs of the engine; tests hand in an odd shell. */
export interface Engine {
  loadLab(id: string, files: LabFiles): { readonly source?: LabSource; readonly findings: readonly PackFinding[] }
  startWorld(lab: Lab, startedAt: number, state?: WorldState): World
  gradeLab(lab: Lab, world: World): Report
  openTerminal(options: TerminalOptions): Terminal
}
