import 'server-only'
import { house } from '../house.ts'
import type { LiveAttempt } from './live-attempt.ts'

/** Ctrl+C in every terminal of an attempt; ends when the steps are stored. */
export async function stopCommands(attempt: LiveAttempt): Promise<void> {
  for (const terminal of attempt.running.keys()) house().sessions.interrupt(attempt.origin.id, terminal)
  await Promise.all([...attempt.running.values()].map(({ ended }) => ended))
}
