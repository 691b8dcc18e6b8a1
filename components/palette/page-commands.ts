import type { Command } from './entry.ts'

type Source = () => Promise<readonly Command[]>

let offered: Source | null = null

/** A page says what can be done on it; the answer takes that back. Nothing is loaded before the palette asks. */
export function offerCommands(source: Source): () => void {
  offered = source
  return () => {
    if (offered === source) offered = null
  }
}

/** The commands of the page that is open; null when it has none of its own. */
export function pageCommands(): Promise<readonly Command[]> | null {
  return offered?.() ?? null
}

/** Whether the page has work of its own, which leaving it might lose. */
export function pageHasWork(): boolean {
  return offered !== null
}
