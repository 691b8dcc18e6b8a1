import type { LabCard } from '#engine/grade/attempt-view.ts'
import type { LabSource, PackFinding } from '#engine/grade/lab-source.ts'

export interface Pack {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly licence: string
  readonly authors: readonly string[]
}

/** All labs that can be offered. */
export interface Library {
  readonly packs: readonly Pack[]
  /** In the order of packs and, within one, of folder names. */
  readonly labs: readonly LabSource[]
  readonly cards: readonly LabCard[]
  find(id: string): LabSource | undefined
  /** Faults of packs; a lab with one is not offered. */
  readonly findings: readonly PackFinding[]
}

/** The packs in `labs/` beside the program, read once. */
export async function builtInLabs(): Promise<Library> {
  return { packs: [], labs: [], cards: [], find: () => undefined, findings: [] }
}
