import { useEffect, useRef, useState } from 'react'
import type { Token } from '../lesson/highlight.ts'
import type { Kind } from './kinds.ts'
import { type Asking, startAsking } from './start-asking.ts'

/** A text to be coloured. */
export interface Coloured {
  readonly text: string
  readonly language: Kind['language']
}

export type Colours = ReadonlyMap<string, readonly Token[]>

/** Milliseconds without a keystroke before the text is coloured anew. */
const PAUSE = 150
const plain: Colours = new Map()

/**
 * The colours of each line by its text, a moment after the last change: a line that is new is plain until then. The grammars
 * are large, so they are loaded in a worker of their own, and nobody waits for them.
 */
export function useColours(text: string, language: Kind['language']): Colours {
  const [colours, setColours] = useState(plain)
  const worker = useRef<Asking<Coloured>>(undefined)

  useEffect(() => {
    const own = startAsking<Coloured, readonly (readonly Token[])[]>({
      open: () => new Worker(new URL('./colour.worker.ts', import.meta.url), { type: 'module' }),
      ...{ patience: 3000, slow: '', broken: '' },
      hears: lines => {
        if (typeof lines === 'string') return setColours(plain)
        setColours(new Map(lines.map(tokens => [tokens.map(it => it.text).join(''), tokens])))
      },
    })
    worker.current = own
    return own.stop
  }, [])

  useEffect(() => {
    if (text.trim() === '') return
    const timer = setTimeout(() => worker.current?.ask({ text, language }), PAUSE)
    return () => clearTimeout(timer)
  }, [text, language])
  return colours
}
