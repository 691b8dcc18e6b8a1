import type { TerminalFrame } from '#engine/grade/attempt-view.ts'

/** Reads NDJSON as it arrives: hand it pieces of text, get the frames that are complete. A last line without its end is kept. */
export function frameReader<T = TerminalFrame>(): (piece: string) => readonly T[] {
  let rest = ''
  return piece => {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    return lines.filter(line => line.trim() !== '').map(line => JSON.parse(line) as T)
  }
}
