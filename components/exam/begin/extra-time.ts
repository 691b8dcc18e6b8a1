import type { ExtraTime } from '#engine/grade/exam/exam-view.ts'

/** What an instructor may add, in per cent of the exam's minutes. */
export const extraTimes = [0, 25, 50, 100] as const satisfies readonly ExtraTime[]

/** From an address or a form; anything else is no extra time. */
export function readExtraTime(written: unknown): ExtraTime {
  return extraTimes.find(it => String(it) === written) ?? 0
}

/** An exam's minutes with extra time, to one decimal. */
export function minutesWith(minutes: number, extra: ExtraTime): number {
  return Math.round((minutes * (100 + extra)) / 10) / 10
}
