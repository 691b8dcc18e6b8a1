import type { FromWorker } from './answer-messages.ts'

export interface Asking<Asked> {
  /** Asks. Only the newest question is answered. */
  ask(asked: Asked): void
  stop(): void
}

interface AskingOptions<Reply> {
  open(): Worker
  /** How long one answer may take, in milliseconds. Loading does not count. */
  readonly patience: number
  readonly slow: string
  readonly broken: string
  /** Gets the answers, or a sentence of what went wrong. */
  hears(reply: Reply | string): void
}

/** Asks a worker, so that no text can make the page wait. It is opened with the first question. */
export function startAsking<Asked, Reply>(options: AskingOptions<Reply>): Asking<Asked> {
  const { open, patience, slow, broken, hears } = options
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
  const listen = (own: Worker) => {
    own.addEventListener('message', ({ data }: MessageEvent<FromWorker<Reply>>) => {
      if (worker !== own) return
      clearTimeout(timer)
      // An older question keeps newer ones waiting, so that its time counts too.
      if ('began' in data) timer = setTimeout(failed, patience, slow)
      else if ('failed' in data) failed(broken)
      else if (data.id === latest) hears(data.reply)
    })
    own.addEventListener('error', () => worker === own && failed(broken))
    return own
  }
  return {
    ask(asked) {
      worker ??= listen(open())
      latest++
      worker.postMessage({ id: latest, asked })
    },
    stop,
  }
}
