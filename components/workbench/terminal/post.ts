import type { Refused, TerminalFrame } from '#engine/grade/attempt-view.ts'
import type { Completion } from '#engine/shell/terminal.ts'
import type { StepInput } from '../acts.ts'
import { frameReader } from './frames.ts'

const fault: Refused = {
  refused: 'unavailable',
  say: 'This could not be run. The error is ours; what was saved is safe.',
}

function post(attempt: string, act: string, body: unknown, signal: AbortSignal | null = null): Promise<Response> {
  return fetch(`/api/attempts/${attempt}/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })
}

/** Runs a command line and hands its frames on. False when the connection ended before the line did; rejects when there was none. */
export async function runLine(
  { attempt, ...step }: StepInput,
  line: { readonly terminal: string; readonly text: string },
  onFrame: (frame: TerminalFrame) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const response = await post(attempt, 'terminal', { ...step, ...line }, signal)
  if (!response.ok || response.body === null) {
    onFrame({ kind: 'refused', refusal: await refusal(response) })
    return true
  }
  const read = frameReader()
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let ended = false
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      for (const frame of read(piece.value)) {
        ended ||= frame.kind !== 'out'
        onFrame(frame)
      }
    }
  } catch {
    return ended
  }
  return ended
}

/** Ctrl+C. Whether anything was running does not matter to who pressed it. */
export async function interrupt(attempt: string, terminal: string): Promise<void> {
  await post(attempt, 'interrupt', { terminal }).catch(() => undefined)
}

/** Candidates for the word under the cursor; none when the server does not answer. */
export async function complete(attempt: string, terminal: string, line: string, cursor: number): Promise<Completion> {
  const none = { from: cursor, candidates: [] }
  const response = await post(attempt, 'complete', { terminal, line, cursor }).catch(() => undefined)
  const answer = response?.ok ? ((await response.json()) as { readonly completion?: Completion }) : undefined
  return answer?.completion ?? none
}

async function refusal(response: Response): Promise<Refused> {
  const body = (await response.json().catch(() => null)) as Partial<Refused> | null
  return typeof body?.say === 'string' && typeof body.refused === 'string' ? (body as Refused) : fault
}
