import type { Report } from '#engine/grade/report.ts'
import type { Completion, Ended, Prompt } from '#engine/shell/terminal.ts'
import { createSessions } from '#sessions/pool.ts'
import type { AttemptOrigin, AttemptState } from '#sessions/protocol.ts'
import type { ChosenLab } from '../find-lab.ts'

/** One attempt at a lab in one terminal, in memory only. It runs in worker threads, under the limits of any learner. */
export interface LiveLab {
  prompt(): Promise<Prompt>
  needsMore(text: string): Promise<boolean>
  run(text: string, out: (text: string) => void): Promise<Ended>
  /** Ctrl+C; says whether something was running. */
  interrupt(): boolean
  complete(line: string, cursor: number): Promise<Completion>
  check(): Promise<Report>
  /** Puts everything back to the start of the lab. */
  reset(): void
  close(): Promise<void>
}

const terminal = '1'

/** @param now the time in milliseconds since the epoch: the world's clock goes along with it */
export function openLiveLab({ source, variant }: ChosenLab, workerUrl: URL, now: () => number): LiveLab {
  const sessions = createSessions({ workerUrl })
  const origin: AttemptOrigin = {
    id: 'attempt',
    labId: source.id,
    files: source.files,
    variant,
    seed: 1,
    startedAt: now(),
  }
  let state: AttemptState | null = null
  return {
    prompt: () => sessions.prompt(origin, state, terminal),
    needsMore: text => sessions.needsMore(origin, state, terminal, text),
    async run(text, out) {
      const result = await sessions.run(origin, state, { kind: 'command', at: now(), terminal, text }, out)
      state = result.state
      return result.ended
    },
    interrupt: () => sessions.interrupt(origin.id, terminal),
    complete: (line, cursor) => sessions.complete(origin, state, terminal, line, cursor),
    check: () => sessions.check(origin, state),
    reset() {
      state = null
    },
    close: () => sessions.close(),
  }
}
