import type { LabCard } from './attempt-view.ts'
import type { PackFinding } from './lab-source.ts'
import type { CheckTitle } from './report.ts'

/** `built-in` comes with the program, `folder` was put among the packs by hand, `archive` was installed. */
export type PackOrigin = 'built-in' | 'folder' | 'archive'

/** One version of a pack in a list. */
export interface PackSummary {
  readonly id: string
  /** What tells versions apart: of names and texts, 16 hex digits. Of a built-in pack empty. */
  readonly hash: string
  readonly origin: PackOrigin
  /** The id where `pack.yaml` cannot be read. */
  readonly title: string
  readonly version?: string
  readonly licence?: string
  readonly authors: readonly string[]
  /** How many labs can be read. */
  readonly labs: number
  /** Milliseconds since the epoch; of an installed one only. */
  readonly installedAt?: number
  /** Learners get its labs. Of one id at most one version is. */
  readonly offered: boolean
  readonly findings: number
}

export interface PackList {
  /** Built-in ones first, then by id, the newest version first. */
  readonly packs: readonly PackSummary[]
  /** What lies in the folder of packs and is none. */
  readonly findings: readonly PackFinding[]
  /** Where packs are put by hand. */
  readonly folder: string
}

/** A finding with the text of its line, cut when long. */
export interface ShownFinding extends PackFinding {
  readonly text?: string
}

/** One lab of a pack. For instructors: its attempts and checks are named. */
export interface PackLab {
  readonly id: string
  /** The folder's name. */
  readonly slug: string
  /** Absent when the lab cannot be read. */
  readonly card?: LabCard
  readonly checks: readonly CheckTitle[]
  readonly variants: number
  /** Files of its attempts. */
  readonly right: readonly string[]
  readonly wrong: readonly string[]
}

export interface PackView extends PackSummary {
  /** From the pack's id on: `mine/a-lab/lab.yaml`. */
  readonly faults: readonly ShownFinding[]
  readonly contents: readonly PackLab[]
  /** Paths in the pack, in order; sizes in UTF-16 units. */
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

/** What a proof tells as it goes. */
export type ProofRow =
  | { readonly kind: 'begin'; readonly labs: readonly string[] /** To be tried in all. */; readonly scripts: number }
  | {
      readonly kind: 'attempt'
      readonly lab: string
      readonly file: string
      /** From 1. */
      readonly variant: number
      /** Ids of the checks that its name says it fails; empty for a right attempt. */
      readonly expected: readonly string[]
      /** By the check's id; empty when the attempt was stopped. */
      readonly checks: Readonly<Record<string, 'earned' | 'missed' | 'ungraded'>>
      /** It does what its name says. */
      readonly holds: boolean
      /** Where not, why: a sentence each. Also what did not run, and what was stopped. */
      readonly say: readonly string[]
    }
  | {
      readonly kind: 'lab'
      readonly lab: string
      readonly holds: boolean
      /** Everything that is not fulfilled; files are the lab's. */
      readonly shortfalls: readonly (PackFinding & { readonly demand: string; readonly variant?: number })[]
    }
  | { readonly kind: 'end'; readonly holds: boolean /** Somebody ended it. */; readonly cancelled: boolean }
