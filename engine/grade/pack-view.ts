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
  /** How many of its labs were proved as they are now, since the program began: what holds, and what does not. */
  readonly proved: { readonly holds: number; readonly differs: number }
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
  /** How many of its checks a wrong attempt is meant to fail. */
  readonly failable: number
  /** Absent when it was not proved as it is now. */
  readonly proof?: LabProof
}

export interface PackView extends PackSummary {
  /** From the pack's id on: `mine/a-lab/lab.yaml`. */
  readonly faults: readonly ShownFinding[]
  readonly contents: readonly PackLab[]
  /** Paths in the pack, in order; sizes in UTF-16 units. */
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

/** One attempt of one variant, as it went. */
export interface ProvedAttempt {
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

/** What came of the proof of a lab. */
export interface LabVerdict {
  readonly holds: boolean
  /** Points that doing nothing earns, the most in any variant. */
  readonly idle: number
  /** Everything that is not fulfilled; files are the lab's. */
  readonly shortfalls: readonly (PackFinding & { readonly demand: string; readonly variant?: number })[]
  /** When it was done, in milliseconds since the epoch. */
  readonly at: number
}

/** What is known of the proof of one lab. */
export interface LabProof {
  readonly attempts: readonly ProvedAttempt[]
  /** Absent while it goes on, and when it was ended before. */
  readonly verdict?: LabVerdict
}

/** The proof that runs on the server. */
export interface ProofRun {
  readonly pack: string
  readonly hash: string
  /** Absent when the whole pack is proved. */
  readonly lab?: string
}

/** What a proof tells as it goes. */
export type ProofRow =
  | {
      readonly kind: 'begin'
      readonly labs: readonly string[]
      /** To be tried in all. */
      readonly attempts: number
    }
  | ({ readonly kind: 'attempt'; readonly lab: string } & ProvedAttempt)
  | ({ readonly kind: 'lab'; readonly lab: string } & LabVerdict)
  | {
      readonly kind: 'end'
      readonly holds: boolean
      /** Somebody ended it. */
      readonly cancelled: boolean
      /** Why it could not go on. */
      readonly say?: string
    }
