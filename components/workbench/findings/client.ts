import type { Answers, FromWorker, Question, ToWorker } from './protocol.ts'

/** What the client needs of a worker; a test brings its own. */
export interface Port {
  send(message: ToWorker): void
  stop(): void
}

export type Starter = (hears: { message(message: FromWorker): void; failed(): void }) => Port

export interface Client {
  /** Undefined: there is no answer, because the worker failed, took too long or was stopped. Never rejects. */
  ask<D extends Question['do']>(question: Question & { readonly do: D }): Promise<Answers[D] | undefined>
  stop(): void
}

interface Waiting {
  readonly message: ToWorker
  readonly settle: (answer: unknown) => void
  timer?: ReturnType<typeof setTimeout>
}

/** How long one answer may take, in milliseconds. Loading does not count. */
export const patience = 2000

/**
 * Asks a worker, which is started with the first question. One that does not answer in time is ended, and the next
 * question starts another; what was asked of it stays without an answer. `trouble` hears a sentence, and null when it works
 * again.
 */
export function createClient(start: Starter, trouble: (sentence: string | null) => void): Client {
  let port: Port | undefined
  let ready = false
  let next = 0
  const waiting = new Map<number, Waiting>()

  const end = () => {
    port?.stop()
    port = undefined
    ready = false
    for (const { settle, timer } of waiting.values()) {
      clearTimeout(timer)
      settle(undefined)
    }
    waiting.clear()
  }
  const failed = (sentence: string) => {
    end()
    trouble(sentence)
  }
  const open = () => {
    const own = start({
      message(message) {
        if (port !== own) return
        if (message.do === 'ready') {
          ready = true
          for (const it of waiting.values()) own.send(it.message)
          return
        }
        if (message.do === 'failed') {
          failed(broken)
          return
        }
        const asked = waiting.get(message.id)
        if (!asked) return
        if (message.do === 'began') {
          asked.timer = setTimeout(() => failed(slow), patience)
          return
        }
        waiting.delete(message.id)
        clearTimeout(asked.timer)
        trouble(null)
        asked.settle(message.answer)
      },
      failed: () => port === own && failed(broken),
    })
    port = own
  }

  return {
    ask(question) {
      if (!port) open()
      const id = next++
      return new Promise(resolve => {
        // The worker's answers are typed by what was asked.
        const settle = (answer: unknown) => resolve(answer as Answers[typeof question.do] | undefined)
        const it: Waiting = { message: { ...question, id }, settle }
        waiting.set(id, it)
        if (ready) port?.send(it.message)
      })
    },
    stop: end,
  }
}

const slow = 'Findings took too long and were stopped. They begin again with the next change.'
const broken = 'Findings failed. They begin again with the next change.'
