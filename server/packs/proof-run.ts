import 'server-only'
import type { ProofRow, ProofRun } from '#engine/grade/pack-view.ts'
import type { Answer } from '../attempts/answer.ts'
import { refused } from '../attempts/refusals.ts'
import { house } from '../house.ts'
import { findVersion } from './find-version.ts'
import { type AskedProof, provePack } from './prove-pack.ts'

/** The proof of this server: it goes on when whoever began it goes away, and anybody who may can look on or end it. */
export interface RunningProof extends ProofRun {
  /** Everything told so far. */
  readonly rows: ProofRow[]
  readonly listeners: Set<(row: ProofRow) => void>
  readonly control: AbortController
  /** Its threads are gone. */
  over: Promise<void>
}

/** Begins a proof, and answers as soon as it runs. For instructors. */
export async function startProof(asked: AskedProof): Promise<Answer<object>> {
  const { pack, lab } = asked
  const hash = (await findVersion(pack, asked.hash))?.hash ?? ''
  const run: RunningProof = {
    pack,
    hash,
    ...(lab !== undefined && { lab }),
    rows: [],
    listeners: new Set(),
    control: new AbortController(),
    over: Promise.resolve(),
  }
  const { proving } = house()
  // One that has told its end only puts its threads away.
  if (current() === undefined) await proving.run?.over
  const tell = (row: ProofRow) => {
    run.rows.push(row)
    // Who comes while it is told has heard it already.
    for (const listener of [...run.listeners]) listener(row)
  }
  return new Promise(begun => {
    const onRow = (row: ProofRow) => {
      if (row.kind === 'begin') proving.run = run
      tell(row)
      if (row.kind === 'begin') begun({ ok: true })
    }
    run.over = provePack(asked, onRow, run.control.signal).then(answer => {
      if (proving.run === run) delete proving.run
      if (answer.ok) return
      if (run.rows.length > 0) tell({ kind: 'end', holds: false, cancelled: false, say: answer.say })
      begun(answer)
    })
  })
}

/** The proof that has not told its end yet. */
function current(): RunningProof | undefined {
  const run = house().proving.run
  return run?.rows.at(-1)?.kind === 'end' ? undefined : run
}

/** What runs now. */
export function runningProof(): ProofRun | undefined {
  const run = current()
  return run && { pack: run.pack, hash: run.hash, ...(run.lab !== undefined && { lab: run.lab }) }
}

/**
 * Tells everything of the running proof from its beginning on. For instructors.
 *
 * @returns what ends the telling; the proof goes on. undefined: no proof runs
 */
export function followProof(onRow: (row: ProofRow) => void): (() => void) | undefined {
  const run = current()
  if (run === undefined) return undefined
  for (const row of run.rows) onRow(row)
  run.listeners.add(onRow)
  return () => void run.listeners.delete(onRow)
}

/** Ends the running proof; what was proved is kept. For instructors. */
export function stopProof(): Answer<object> {
  const run = current()
  if (run === undefined) return noProof
  run.control.abort()
  return { ok: true }
}

export const noProof = refused('not-found', 'No proof is running.')
