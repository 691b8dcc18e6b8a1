const FIRST = 1000
const LONGEST = 30_000

/** Milliseconds to wait before asking again, after so many times: half as long again each time, at most half a minute. */
export function pauseBefore(asked: number): number {
  return Math.min(LONGEST, Math.round(FIRST * 1.5 ** asked))
}
