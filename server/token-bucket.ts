/** Lets `burst` acts through at once and `rate` a second in the long run. */
export interface Allowance {
  readonly rate: number
  readonly burst: number
}

export interface TokenBuckets {
  /** Takes one token of a key; false when there is none. */
  take(key: string): boolean
}

/** Buckets that are full again are forgotten; `now` in milliseconds. */
export function createTokenBuckets({ rate, burst }: Allowance, now: () => number = Date.now): TokenBuckets {
  const buckets = new Map<string, { left: number; at: number }>()
  const refilled = (key: string) => {
    const bucket = buckets.get(key)
    if (bucket === undefined) return burst
    return Math.min(burst, bucket.left + ((now() - bucket.at) / 1000) * rate)
  }
  let sweepAt = 10_000
  return {
    take(key) {
      const left = refilled(key)
      if (left < 1) return false
      buckets.set(key, { left: left - 1, at: now() })
      if (buckets.size > sweepAt) {
        for (const each of [...buckets.keys()]) if (refilled(each) >= burst) buckets.delete(each)
        sweepAt = Math.max(10_000, 2 * buckets.size)
      }
      return true
    },
  }
}
