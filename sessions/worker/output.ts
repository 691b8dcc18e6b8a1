/** Gathers what a command prints into few messages, and stops it at a limit. */
export interface Output {
  out(text: string): void
  flush(): void
  readonly exceeded: boolean
}

const enough = 16 * 1024
const soon = 5

export function createOutput(
  limit: number,
  /** UTF-16 units that were shown before a restart and are not shown again. */
  shown: number,
  post: (text: string) => void,
  onExceeded: () => void,
): Output {
  let held: string[] = []
  let size = 0
  let total = 0
  let skip = shown
  let exceeded = false
  let last = performance.now()
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    last = performance.now()
    if (size === 0) return
    post(held.join(''))
    held = []
    size = 0
  }
  return {
    out(text) {
      if (exceeded) return
      const room = limit - total
      total += text.length
      const allowed = text.slice(0, room)
      const unseen = allowed.slice(Math.min(skip, allowed.length))
      skip -= allowed.length - unseen.length
      if (unseen !== '') {
        held.push(unseen)
        size += unseen.length
      }
      if (total > limit) {
        exceeded = true
        onExceeded()
      }
      // A loop that never lets timers run is still seen.
      if (size >= enough || performance.now() - last > soon) flush()
      else timer ??= setTimeout(flush, soon)
    },
    flush,
    get exceeded() {
      return exceeded
    },
  }
}
