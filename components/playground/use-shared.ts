import { useEffect, useRef, useState } from 'react'
import type { Shared } from './fragment.ts'

/** Milliseconds without a change before the address is written. */
const PAUSE = 500

const TOO_LONG = 'This link cannot be read: it is longer than any that is made here.'
const LOST = 'This text is too long for a link: it is gone when the page is left.'
const BROKEN = 'This link cannot be read: a part of it is missing. Ask for it once more.'

/**
 * Keeps the state in the address’s fragment, which never goes to the server: a reload and the way back find it again.
 * `load` gets what a link brings; an empty state is not kept. Gives a sentence where a link is broken, or none can be made.
 */
export function useShared(
  state: Shared,
  load: (shared: Shared) => void,
  isEmpty = state.text === '',
): string | undefined {
  const [problem, setProblem] = useState<string>()
  const [isLoaded, setLoaded] = useState(false)
  const isOurs = useRef(false)
  const { text, form } = state

  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is read when it comes, not when the state changes
  useEffect(() => {
    let isOver = false
    const read = async () => {
      const { hash } = location
      const { fromFragment, MAX_FRAGMENT } = await import('./fragment.ts')
      const shared = hash.length > 1 ? await fromFragment(hash) : undefined
      if (isOver) return
      if (shared) {
        // It may be cleared before it was written once.
        isOurs.current = true
        load(shared)
      }
      const isBroken = hash.length > 1 && !shared && hash !== '#main'
      setProblem(isBroken ? (hash.length > MAX_FRAGMENT ? TOO_LONG : BROKEN) : undefined)
      setLoaded(true)
    }
    read()
    addEventListener('hashchange', read)
    return () => {
      isOver = true
      removeEventListener('hashchange', read)
    }
  }, [])

  useEffect(() => {
    // A broken link stays in the address until something is written.
    if (!isLoaded || (isEmpty && !isOurs.current)) return
    let isOver = false
    const timer = setTimeout(async () => {
      const { toFragment } = await import('./fragment.ts')
      const fragment = isEmpty ? undefined : await toFragment({ text, form })
      if (isOver) return
      history.replaceState(history.state, '', fragment === undefined ? location.pathname : `#${fragment}`)
      isOurs.current = true
      setProblem(!isEmpty && fragment === undefined ? LOST : undefined)
    }, PAUSE)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isLoaded, isEmpty, text, form])
  return problem
}
