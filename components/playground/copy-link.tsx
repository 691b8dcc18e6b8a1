import { useEffect, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { type Shared, toFragment } from './fragment.ts'

/** Copies an address that holds text and question in its fragment, and says so for two seconds. */
export function CopyLink({ state }: { state: Shared }) {
  const [said, say] = useState<string>()
  useEffect(() => {
    if (said === undefined) return
    const timer = setTimeout(() => say(undefined), 2000)
    return () => clearTimeout(timer)
  }, [said])

  async function copy() {
    const fragment = await toFragment(state)
    if (fragment === undefined) return say('Too long for a link')
    const copied = await navigator.clipboard.writeText(`${location.origin}${location.pathname}#${fragment}`).then(
      () => true,
      () => false,
    )
    say(copied ? 'Copied' : 'Not copied')
  }

  return (
    <>
      <button type="button" className="btn btn-quiet btn-xs" onClick={copy} disabled={state.text === ''}>
        <Icon name="copy" />
        {said ?? 'Copy link'}
      </button>
      <span className="vh" role="status">
        {said}
      </span>
    </>
  )
}
