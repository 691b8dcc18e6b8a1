import type { ProofRow } from '#engine/grade/pack-view.ts'
import { frameReader } from '../workbench/terminal/frames.ts'

/** Why something was not done, as a sentence. */
export async function sayOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as { readonly say?: unknown } | null
  return typeof body?.say === 'string' ? body.say : 'This could not be done. The error is ours; nothing was changed.'
}

/** Hands on the rows of a proof, as many at once as have come. Rejects when the connection ends before its time. */
export async function readRows(
  body: NonNullable<Response['body']>,
  onRows: (rows: readonly ProofRow[]) => void,
): Promise<void> {
  const read = frameReader<ProofRow>()
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) onRows(read(piece.value))
}
