import type { Surroundings } from '../surroundings.ts'
import { printable } from '../surroundings.ts'

/** How far it is, on a person's terminal; nothing where lines would pile up in a log. */
export interface Progress {
  /** One more script was tried; `now` says what is worked at. */
  step(now: string): void
  /** Takes the bar away, so that something else can be written; the next step draws it again. */
  clear(): void
}

const width = 28

export function showProgress({ stderr }: Pick<Surroundings, 'stderr'>, total: number): Progress {
  let done = 0
  let drawn = false
  if (!stderr.isTTY) return { step() {}, clear() {} }
  return {
    step(now) {
      done++
      drawn = true
      const full = Math.round((done / Math.max(total, 1)) * width)
      const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`
      const line = `${bar} ${done} of ${total}  ${printable(now)}`
      stderr.write(`\r\u001b[K${line.slice(0, (stderr.columns ?? 80) - 1)}`)
    },
    clear() {
      if (drawn) stderr.write('\r\u001b[K')
      drawn = false
    },
  }
}
