import 'server-only'
import type { AttemptState, WorldStep } from '#sessions/protocol.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { house } from '../house.ts'
import { limits } from './limits.ts'
import type { LiveAttempt } from './live-attempt.ts'
import { unpackState } from './snapshot.ts'

/**
 * The state at the attempt's head: from memory, else from the nearest snapshot with the steps after it replayed.
 * null is the lab's start.
 */
export async function headState(attempt: LiveAttempt): Promise<AttemptState | null> {
  const { path } = attempt.history
  const head = path.at(-1) ?? 0
  const known = attempt.states.get(head)
  if (known !== undefined) return known

  const from = nearest(attempt, path)
  const state = from.memory !== undefined ? from.memory : await readSnapshot(attempt, from.seq)
  const rest = path.slice(path.indexOf(from.seq) + 1)
  if (rest.length === 0) {
    remember(attempt, head, state)
    return state
  }
  const steps = await readWorldSteps(attempt, rest)
  const replayed = await house().sessions.replay(attempt.origin, state, steps)
  const stored = attempt.steps.find(({ seq }) => seq === head)?.digest
  if (stored !== undefined && stored !== replayed.digest)
    console.warn(`Attempt ${attempt.origin.id}: the replay to step ${head} led to another state than when it was done.`)
  remember(attempt, head, replayed.state)
  return replayed.state
}

/** Keeps a state in memory, and lets go of older ones; the start stays. */
export function remember(attempt: LiveAttempt, seq: number, state: AttemptState | null): void {
  attempt.states.delete(seq)
  attempt.states.set(seq, state)
  const kept = [...attempt.states.keys()].filter(each => each !== 0)
  for (const each of kept.slice(0, -limits.states)) attempt.states.delete(each)
}

/** The newest number on the path whose state is in memory or stored; 0 is the start. */
function nearest(attempt: LiveAttempt, path: readonly number[]) {
  const stored = new Set(attempt.steps.filter(({ kept }) => kept).map(({ seq }) => seq))
  const seq = path.findLast(each => attempt.states.has(each) || stored.has(each)) ?? 0
  return { seq, memory: seq === 0 ? null : attempt.states.get(seq) }
}

async function readSnapshot(attempt: LiveAttempt, seq: number): Promise<AttemptState> {
  const { snapshot } = await patiently(() =>
    database().step.findUniqueOrThrow({
      where: { attemptId_seq: { attemptId: attempt.origin.id, seq } },
      select: { snapshot: true },
    }),
  )
  if (snapshot === null) throw new Error(`Attempt ${attempt.origin.id}: step ${seq} has lost its snapshot.`)
  return unpackState(snapshot)
}

async function readWorldSteps(attempt: LiveAttempt, seqs: readonly number[]): Promise<WorldStep[]> {
  const rows = await patiently(() =>
    database().step.findMany({
      where: { attemptId: attempt.origin.id, seq: { in: [...seqs] } },
      orderBy: { seq: 'asc' },
      select: { kind: true, at: true, terminal: true, host: true, path: true, text: true },
    }),
  )
  return rows.map(({ kind, at, terminal, host, path, text }) =>
    kind === 'command'
      ? { kind, at: at.getTime(), terminal: terminal ?? '1', text: text ?? '' }
      : { kind: 'edit', at: at.getTime(), host: host ?? '', path: path ?? '', text: text ?? '' },
  )
}
