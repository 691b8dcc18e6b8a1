import { useEffect, useRef, useState } from 'react'
import { type Asking, startAsking } from '../start-asking.ts'
import type { AskedFalco, FalcoReply, NamedRules } from './falco.ts'

/** Milliseconds without a keystroke before the rules are asked: what comes of it is spoken, so it waits. */
const PAUSE = 300
/** How long one answer may take, in milliseconds. */
const PATIENCE = 4000

/** What Falco makes of rules and events, a moment after the last change; a sentence where that cannot be said. */
export function useFalco({ files, events, shown, event, rule }: AskedFalco): FalcoReply | string | undefined {
  const [said, say] = useState<FalcoReply | string>()
  const worker = useRef<Asking<AskedFalco>>(undefined)
  const asking = useRef<readonly NamedRules[]>([])
  const lastGood = useRef<readonly NamedRules[]>(undefined)
  const asked: AskedFalco = { files, events, shown, event, ...(rule !== undefined && { rule }) }
  const key = JSON.stringify(asked)

  useEffect(() => {
    const own = startAsking<AskedFalco, FalcoReply>({
      open: () => new Worker(new URL('./falco.worker.ts', import.meta.url), { type: 'module' }),
      patience: PATIENCE,
      slow: 'This took too long and was stopped. Make the rules or the events simpler.',
      broken: 'The evaluation failed. It begins again with the next change.',
      hears: reply => {
        if (typeof reply !== 'string' && reply.starts) lastGood.current = asking.current
        say(reply)
      },
    })
    worker.current = own
    return own.stop
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds all of what is asked
  useEffect(() => {
    if (files.length === 0) {
      lastGood.current = undefined
      return say(undefined)
    }
    const timer = setTimeout(() => {
      asking.current = files
      const before = lastGood.current
      worker.current?.ask({ ...asked, ...(before && { before }) })
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [key])
  return said
}
