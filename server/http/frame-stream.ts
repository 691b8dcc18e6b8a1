import type { Refused, TerminalFrame } from '#engine/grade/attempt-view.ts'
import { answerJson } from './answer-json.ts'
import { asItComes } from './as-it-comes.ts'

type Run = (emit: (frame: TerminalFrame) => void, signal: AbortSignal) => Promise<void>

/**
 * The frames of a command as NDJSON. The answer waits for the first frame, so that a refusal has a status of its own.
 * When the reader goes away the command is interrupted; its step is stored all the same.
 */
export async function frameStream(hungUp: AbortSignal, run: Run): Promise<Response> {
  const stopped = new AbortController()
  const stop = () => stopped.abort()
  if (hungUp.aborted) stop()
  hungUp.addEventListener('abort', stop)
  const frames = new TransformStream<Uint8Array, Uint8Array>(undefined, undefined, { highWaterMark: 1024 })
  const writer = frames.writable.getWriter()
  // The reader may be gone already; then nobody is told.
  writer.closed.catch(stop)

  const refusal = await new Promise<Refused | undefined>((resolve, reject) => {
    const emit = (frame: TerminalFrame) => {
      if (frame.kind === 'refused') resolve(frame.refusal)
      else resolve(undefined)
      writer.write(encoder.encode(`${JSON.stringify(frame)}\n`)).catch(stop)
    }
    run(emit, stopped.signal)
      .catch(reject)
      .finally(() => {
        hungUp.removeEventListener('abort', stop)
        writer.close().catch(() => {})
      })
  })
  if (refusal !== undefined) return answerJson({ ok: false, ...refusal })
  return new Response(frames.readable, { headers: asItComes })
}

const encoder = new TextEncoder()
