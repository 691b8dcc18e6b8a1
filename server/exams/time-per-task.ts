/** Who is silent for longer was away, in milliseconds; a browser is heard every 15 seconds while a task is before it. */
const heardWithin = 45_000

/** Where a candidate was heard last. */
export interface Seen {
  readonly task: number
  /** The task was before them. */
  readonly present: boolean
  readonly seenAt: number
}

/** To whom the time since the candidate was heard last belongs: the task that was before them, or nobody. */
export function shareGap({ present, seenAt }: Seen, now: number): { readonly spent: number; readonly away: number } {
  const gap = Math.max(0, now - seenAt)
  const spent = present ? Math.min(gap, heardWithin) : 0
  return { spent, away: gap - spent }
}
