import { duration } from '../../ui/amounts.ts'

const MINUTE = 60_000

/** Milliseconds as minutes with one decimal, as they stand in columns: "4.5". */
export function minutesOf(milliseconds: number): string {
  return (milliseconds / MINUTE).toFixed(1)
}

/** Milliseconds in a sentence: "1 h 57 min", "less than a minute". */
export function spelled(milliseconds: number): string {
  return milliseconds < MINUTE ? 'less than a minute' : duration(Math.round(milliseconds / MINUTE))
}

/** More than a tenth over its budget: what is about right is not called too long. */
export function isOver(spent: number, budget: number): boolean {
  return spent > budget * 1.1
}
