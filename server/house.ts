import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Blueprint } from '#engine/grade/exam/blueprint.ts'
import { loadLab } from '#engine/grade/load-lab.ts'
import type { LabProof } from '#engine/grade/pack-view.ts'
import { exams } from '#packs/exams.ts'
import { openPackShelf, type PackShelf } from '#packs/installed/pack-shelf.ts'
import { builtInLabs, type Library } from '#packs/library.ts'
import { createSessions } from '#sessions/pool.ts'
import type { Sessions } from '#sessions/protocol.ts'
import type { LiveAttempt } from './attempts/live-attempt.ts'
import type { PinnedFiles } from './attempts/pinned-files.ts'
import type { Queue } from './attempts/queue.ts'
import { stopCommands } from './attempts/stop-commands.ts'
import { packsFolder } from './data-folder.ts'
import type { MachineClock } from './exams/exam-clock.ts'
import { houseShelf, putOnShelf } from './house-shelf.ts'
import { machineClock } from './machine-clock.ts'
import type { RunningProof } from './packs/proof-run.ts'
import { createRecent, type Recent } from './recent.ts'
import { createTokenBuckets, type TokenBuckets } from './token-bucket.ts'

/** What this process keeps in memory between requests. All of it can be lost: the database has the truth. */
export interface House {
  readonly sessions: Sessions
  /** The packs that come with the program. */
  readonly builtIn: () => Promise<Library>
  /** Those that instructors brought. */
  readonly packs: PackShelf
  /** What learners get of both. Ask again for each request: it changes. */
  readonly library: () => Promise<Library>
  readonly loadLab: typeof loadLab
  readonly exams: () => Promise<readonly Blueprint[]>
  /** Where the time of exams comes from. */
  readonly clock: () => MachineClock
  readonly attempts: Recent<LiveAttempt>
  readonly files: Recent<PinnedFiles>
  /** Learner → the order in which labs are opened. */
  readonly openings: Recent<Queue>
  /** Learner → commands that run now. */
  readonly running: Map<string, number>
  readonly acts: TokenBuckets
  /** The one proof of a server, and the bundled `prove-worker`. */
  readonly proving: { busy: boolean; run?: RunningProof; readonly workerUrl: URL }
  /** Lab and hash of its files → its newest proof. */
  readonly proofs: Recent<LabProof>
  /** The program ends: what fails now fails for that. */
  closing: boolean
  /** Interrupts what runs, waits until it is stored, but no longer than a second, and ends the threads. */
  close(): Promise<void>
}

/** The one of this process. */
export function house(): House {
  return houseShelf() ?? furnish({})
}

/** Tests bring their own library and threads. */
export function furnish(own: Partial<House>): House {
  const builtIn = own.builtIn ?? builtInLabs
  const packs = own.packs ?? openPackShelf(packsFolder(), builtIn)
  const made: House = {
    builtIn,
    packs,
    sessions: own.sessions ?? createSessions(),
    library: own.library ?? packs.library,
    loadLab: own.loadLab ?? loadLab,
    exams: own.exams ?? exams,
    clock: own.clock ?? machineClock,
    attempts: createRecent(500),
    files: createRecent(100),
    openings: createRecent(1000),
    running: new Map(),
    acts: own.acts ?? createTokenBuckets({ rate: 20, burst: 60 }),
    proving: own.proving ?? { busy: false, workerUrl: pathToFileURL(`${process.cwd()}/dist/prove-worker.mjs`) },
    proofs: createRecent(500),
    closing: false,
    async close() {
      made.closing = true
      made.proving.run?.control.abort()
      await Promise.race([Promise.all([...made.attempts.values()].map(stopCommands)), setTimeout(1000)])
      await made.sessions.close()
    },
  }
  putOnShelf(made)
  return made
}
