import { stateOf, type World } from '#engine/cluster/world.ts'
import type { Lab } from '#engine/grade/lab.ts'
import type { LabFiles, LabSource } from '#engine/grade/lab-source.ts'
import type { TerminalState } from '#engine/shell/terminal.ts'
import { digestOf } from '../digest.ts'
import type { SentOrigin, SentState } from '../messages.ts'
import type { AttemptState } from '../protocol.ts'
import type { Engine } from './engine.ts'

/** An attempt as it lives in this thread: a cache of what its state says. */
export interface LiveAttempt {
  readonly origin: SentOrigin
  readonly lab: Lab
  readonly world: World
  readonly terminals: Map<string, TerminalState>
  digest: string
}

export interface LiveAttempts {
  /** The attempt at the state asked for: the one in memory if it stands there, else built anew. */
  at(origin: SentOrigin, from: SentState): LiveAttempt
  /** After a fault: what is in memory cannot be trusted. */
  drop(id: string): void
}

const atMost = 100
const start = 'start'

export function createLiveAttempts(engine: Engine): LiveAttempts {
  const labs = createLabs(engine)
  const live = new Map<string, LiveAttempt>()

  const build = (origin: SentOrigin, state: AttemptState | null, digest: string): LiveAttempt => {
    const lab = labs(origin)
    return {
      origin,
      lab,
      world: engine.startWorld(lab, origin.startedAt, state?.world),
      terminals: new Map(Object.entries(state?.terminals ?? {})),
      digest,
    }
  }
  return {
    at(origin, from) {
      const known = live.get(origin.id)
      const digest = from.digest ?? (from.state === null ? start : digestOf(from.state))
      const attempt =
        known !== undefined && (from.held || known.digest === digest) ? known : build(origin, from.state, digest)
      live.delete(origin.id)
      live.set(origin.id, attempt)
      const [oldest] = live.keys()
      if (live.size > atMost && oldest !== undefined) live.delete(oldest)
      return attempt
    },
    drop: id => live.delete(id),
  }
}

/** The state of a live attempt, with its digest, which it is known by from now on. */
export function stateWithDigest(attempt: LiveAttempt): { readonly state: AttemptState; readonly digest: string } {
  const state = { world: stateOf(attempt.world), terminals: Object.fromEntries(attempt.terminals) }
  attempt.digest = digestOf(state)
  return { state, digest: attempt.digest }
}

/** Labs of this thread by their files and variant. Kept for good: the pool remembers what it has sent. */
function createLabs(engine: Engine): (origin: SentOrigin) => Lab {
  const sources = new Map<string, LabSource>()
  const variants = new Map<string, Lab>()
  const source = (labId: string, hash: string, files: LabFiles | undefined) => {
    const known = sources.get(hash)
    if (known !== undefined) return known
    if (files === undefined) throw new Error(`The files of ${labId} did not reach the thread.`)
    const { source: read, findings } = engine.loadLab(labId, files)
    if (read === undefined) throw new Error(`${labId} cannot be used: ${findings[0]?.message ?? 'no reason given'}`)
    sources.set(hash, read)
    return read
  }
  return origin => {
    const key = `${origin.filesHash} ${origin.variant}`
    const lab = variants.get(key) ?? source(origin.labId, origin.filesHash, origin.files).variant(origin.variant)
    if (origin.files !== undefined) source(origin.labId, origin.filesHash, origin.files)
    variants.set(key, lab)
    return lab
  }
}
