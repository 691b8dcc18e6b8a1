import type { Asked, Reply } from './playground.ts'

export type FromDecider =
  | { readonly id: number; readonly began: true }
  | { readonly id: number; readonly failed: true }
  | { readonly id: number; readonly reply: Reply }

export interface Decider {
  /** Asks. Only the newest question is answered. */
  ask(asked: Asked): void
  stop(): void
}

/** How long one answer may take, in milliseconds. Loading does not count. */
const PATIENCE = 4000

const SLOW = 'This took too long and was stopped. Make the text smaller or simpler.'
const BROKEN = 'The decider failed. It begins again with the next change.'

/** Decides in a worker, so that no text can make the page wait. `hears` gets the answers, or a sentence of what went wrong. */
export function startDecider(hears: (reply: Reply | string) => void): Decider {
  let worker: Worker | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest = 0

  const stop = () => {
    clearTimeout(timer)
    worker?.terminate()
    worker = undefined
  }
  const failed = (sentence: string) => {
    stop()
    hears(sentence)
  }
  const open = () => {
    const own = new Worker(new URL('./decider.worker.ts', import.meta.url), { type: 'module' })
    own.addEventListener('message', ({ data }: MessageEvent<FromDecider>) => {
      if (worker !== own) return
      clearTimeout(timer)
      // An older question keeps newer ones waiting, so that its time counts too.
      if ('began' in data) timer = setTimeout(failed, PATIENCE, SLOW)
      else if ('failed' in data) failed(BROKEN)
      else if (data.id === latest) hears(data.reply)
    })
    own.addEventListener('error', () => worker === own && failed(BROKEN))
    return own
  }
  return {
    ask(asked) {
      worker ??= open()
      latest++
      worker.postMessage({ id: latest, asked })
    },
    stop,
  }
}
