import 'server-only'
import type { PastCommand } from '#engine/grade/attempt-view.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { limits } from './limits.ts'
import type { LiveAttempt } from './live-attempt.ts'

/** The newest commands of each terminal since its screen was wiped, oldest first, to draw the screens again. */
export async function pastCommands(attempt: LiveAttempt): Promise<readonly PastCommand[]> {
  const rows = await patiently(() =>
    database().step.findMany({
      where: { attemptId: attempt.origin.id, kind: 'command' },
      orderBy: { seq: 'desc' },
      take: limits.past,
      select: { seq: true, terminal: true, prompt: true, text: true, output: true, cleared: true },
    }),
  )
  const inForce = new Set(attempt.history.path)
  const wiped = new Set<string>()
  const past: PastCommand[] = []
  let size = 0
  for (const { seq, terminal, prompt, text, output, cleared } of rows) {
    const id = terminal ?? '1'
    if (cleared) wiped.add(id)
    if (wiped.has(id)) continue
    size += output?.length ?? 0
    if (size > limits.pastOutput) break
    past.push({
      seq,
      terminal: id,
      prompt: prompt ?? '',
      text: text ?? '',
      output: output ?? '',
      undone: !inForce.has(seq),
    })
  }
  return past.reverse()
}
