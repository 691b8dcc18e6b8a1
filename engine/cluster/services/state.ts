/** What runs on a host as a service, and what it wrote. Plain JSON: it is stored with the world's state. */
export interface HostServices {
  /** Falco's unit; undefined as long as it is as it was when the host started. */
  readonly falco?: FalcoService
  /** Oldest first. */
  readonly journal: readonly JournalLine[]
}

export interface FalcoService {
  readonly active: 'active' | 'inactive' | 'failed'
  /** When it became so, in milliseconds since 1970. */
  readonly since: number
  readonly pid: number
  /** Up to this time it has looked at events. */
  readonly seen: number
  /** What it read when it started, where that is no longer what the files say. */
  readonly loaded?: DiskImage
}

/** Files and directories as a program found them: what `read` and `list` answered. */
export interface DiskImage {
  readonly read: Readonly<Record<string, string | null>>
  readonly listed: Readonly<Record<string, readonly string[]>>
}

export interface JournalLine {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly unit: string
  /** Who wrote it: `falco[812]`. */
  readonly from: string
  readonly text: string
}

/** What is kept of a host's journal. */
export const journalAtMost = 300
