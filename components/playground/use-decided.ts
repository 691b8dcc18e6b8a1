import { useEffect, useRef, useState } from 'react'
import type { KindId } from './kinds.ts'
import type { Asked, Form, Reply } from './playground.ts'
import { type Asking, startAsking } from './start-asking.ts'

/** Milliseconds without a keystroke before the text is asked: a decision is spoken, so it waits. */
const PAUSE = 300
/** How long one answer may take, in milliseconds. */
const PATIENCE = 4000

/** What the text says to the question, a moment after the last change; a sentence where nothing could be decided. */
export function useDecided(kind: KindId, text: string, form: Form): Reply | string | undefined {
  const [said, say] = useState<Reply | string>()
  const decider = useRef<Asking<Asked>>(undefined)
  const asking = useRef('')
  const lastGood = useRef<string>(undefined)

  useEffect(() => {
    const own = startAsking<Asked, Reply>({
      open: () => new Worker(new URL('./decider.worker.ts', import.meta.url), { type: 'module' }),
      patience: PATIENCE,
      slow: 'This took too long and was stopped. Make the text smaller or simpler.',
      broken: 'The decider failed. It begins again with the next change.',
      hears: reply => {
        if (typeof reply !== 'string' && reply.isRead) lastGood.current = asking.current
        say(reply)
      },
    })
    decider.current = own
    return own.stop
  }, [])

  useEffect(() => {
    if (text.trim() === '') {
      lastGood.current = undefined
      return say(undefined)
    }
    const timer = setTimeout(() => {
      asking.current = text
      const before = lastGood.current
      decider.current?.ask({ kind, text, form, ...(before !== undefined && { before }) })
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [kind, text, form])
  return said
}
