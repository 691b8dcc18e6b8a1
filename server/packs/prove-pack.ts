import 'server-only'
import { availableParallelism } from 'node:os'
import type { LabSource } from '#engine/grade/lab-source.ts'
import type { ProofRow, ProvedAttempt } from '#engine/grade/pack-view.ts'
import { openTrialPool } from '#sessions/prove/trial-pool.ts'
import { type AttemptProof, proveLab, trialsOf } from '#sessions/prove-lab.ts'
import type { Answer } from '../attempts/answer.ts'
import { refused } from '../attempts/refusals.ts'
import { house } from '../house.ts'
import { findVersion } from './find-version.ts'
import { keepProof } from './kept-proofs.ts'
import { noPack } from './pack-view.ts'

/** What is to be proved: a version of a pack, or one of its labs by its folder's name. */
export interface AskedProof {
  readonly pack: string
  readonly hash?: string
  readonly lab?: string
}

/**
 * Tries every attempt of a pack's labs in every variant, under the limits that a learner's commands have, and tells each
 * as it ends. One proof runs at a time on a server; `signal` ends it. For instructors.
 *
 * @returns whether everything holds; false too when it was ended before
 */
export async function provePack(
  { pack, hash, lab }: AskedProof,
  onRow: (row: ProofRow) => void,
  signal: AbortSignal,
): Promise<Answer<{ readonly holds: boolean }>> {
  const version = await findVersion(pack, hash)
  if (version === undefined) return noPack
  const labs = version.labs.filter(({ id }) => lab === undefined || id === `${pack}/${lab}`)
  if (labs.length === 0) return refused('not-found', 'There is no lab that can be read. Mend its faults first.')
  const { proving } = house()
  if (proving.busy) return refused('too-many', 'Another proof is running. Wait for its end, or stop it.')
  proving.busy = true
  try {
    return { ok: true, holds: await prove(labs, proving.workerUrl, onRow, signal) }
  } catch (error) {
    console.error(`Proof of ${pack}:`, error)
    return refused('unavailable', 'The proof could not go on. The error is ours; the labs are as they were.')
  } finally {
    proving.busy = false
  }
}

async function prove(
  labs: readonly LabSource[],
  workerUrl: URL,
  onRow: (row: ProofRow) => void,
  signal: AbortSignal,
): Promise<boolean> {
  // Doing nothing is tried too, once in every variant, and told of with its lab.
  const attempts = labs.reduce((sum, it) => sum + trialsOf(it) - it.variants.length, 0)
  onRow({ kind: 'begin', labs: labs.map(({ id }) => id), attempts })
  // Learners keep a core.
  const pool = openTrialPool({ workerUrl, threads: Math.max(1, availableParallelism() - 1) })
  const cancelled = new Promise<'cancelled'>(done => {
    if (signal.aborted) done('cancelled')
    signal.addEventListener('abort', () => done('cancelled'), { once: true })
  })
  let holds = true
  try {
    for (const source of labs) {
      const kept = keepProof(source)
      const proof = proveLab(source, pool.try, (it, wrong) => {
        if (signal.aborted) return
        const attempt = provedAttempt(it, wrong)
        kept.attempt(attempt)
        onRow({ kind: 'attempt', lab: source.id, ...attempt })
      })
      // Scripts that are taken away with their threads fail when nobody waits any more.
      proof.catch(() => {})
      const proved = await Promise.race([proof, cancelled])
      if (proved === 'cancelled') {
        holds = false
        break
      }
      const { idle, shortfalls } = proved
      const verdict = { holds: shortfalls.length === 0, idle, shortfalls, at: Date.now() }
      holds &&= verdict.holds
      kept.verdict(verdict)
      onRow({ kind: 'lab', lab: source.id, ...verdict })
    }
    onRow({ kind: 'end', holds, cancelled: signal.aborted })
    return holds
  } finally {
    await pool.close()
  }
}

const outcomes = { pass: 'earned', miss: 'missed', ungraded: 'ungraded' } as const

/** A pack is not trusted: of what its attempts make us say, no more than this is kept, in sentences and UTF-16 units. */
const sentences = 6
const longest = 600

function provedAttempt({ file, variant, expected, report }: AttemptProof, wrong: readonly string[]): ProvedAttempt {
  const checks = Object.fromEntries(
    (report?.verdicts ?? []).map(({ id, outcome }) => [id, outcomes[outcome.result]] as const),
  )
  const say = wrong.slice(0, sentences).map(it => (it.length > longest ? `${it.slice(0, longest)}…` : it))
  return { file, variant, expected, checks, holds: wrong.length === 0, say }
}
