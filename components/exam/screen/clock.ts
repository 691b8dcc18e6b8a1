import type { ExamHead } from '#engine/grade/exam/exam-view.ts'

const minute = 60_000

/** What the server said of the time, and when it was heard by this page's own steady clock (`performance.now()`). */
export interface Heard {
  readonly head: Pick<ExamHead, 'now' | 'endsAt'>
  readonly at: number
}

/** The milliseconds left at `at` of the same steady clock; nothing below zero. The wall clock of the browser is not asked. */
export function timeLeft({ head, at }: Heard, now: number): number {
  return Math.max(0, head.endsAt - head.now - (now - at))
}

/** Milliseconds as "1:04:12" or "4:12"; a second that has begun is counted whole. */
export function asClock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** "41 minutes are left." for a question; the last minute is told as such. */
export function leftSentence(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / minute)
  if (minutes === 0) return 'Less than a minute is left.'
  return minutes === 1 ? '1 minute is left.' : `${minutes} minutes are left.`
}

export type Stage = 'plain' | 'under-30' | 'under-15' | 'under-5'

/** How the timer looks: each stage has its own edge, shape and words. An exam of half an hour begins without alarm. */
export function stageAt(milliseconds: number, whole: number): Stage {
  if (milliseconds >= 30 * minute || (whole <= 30 * minute && milliseconds >= 15 * minute)) return 'plain'
  if (milliseconds >= 15 * minute) return 'under-30'
  return milliseconds >= 5 * minute ? 'under-15' : 'under-5'
}

/** Minutes that are notched into the line under the header and that are told when they are reached. */
export const marks = [30, 15, 5] as const

export type Mark = (typeof marks)[number]

/** The mark that was passed between two looks at the clock: of several the last. Nothing when time was given meanwhile. */
export function markPassed(before: number, left: number): Mark | undefined {
  return marks.filter(it => before > it * minute && left <= it * minute).at(-1)
}

/** Whether a timer that was put away comes back by itself at this mark. */
export function bringsBack(mark: Mark): boolean {
  return mark <= 15
}

/** "15 minutes left. Tasks 2 and 5 are flagged." */
export function alertWords(mark: Mark, flagged: readonly number[]): string {
  const left = `${mark} minutes left.`
  const [first, ...others] = flagged
  if (first === undefined) return left
  const last = others.pop()
  if (last === undefined) return `${left} Task ${first} is flagged.`
  return `${left} Tasks ${[first, ...others].join(', ')} and ${last} are flagged.`
}

/** The line under the header: a thousand units are the whole exam. Notches only for marks that the exam is longer than. */
export function tide(left: number, whole: number): { readonly filled: number; readonly notches: readonly number[] } {
  const units = (milliseconds: number) => Math.min(1000, Math.max(0, (milliseconds / whole) * 1000))
  return {
    filled: Math.round(units(left) * 10) / 10,
    notches: marks.filter(it => it * minute < whole).map(it => Math.round(units(it * minute) * 10) / 10),
  }
}
