import { CopyButton } from '../lesson/copy-button.tsx'
import type { Shared } from './fragment.ts'

/** Copies an address that holds text and question in its fragment. */
export function CopyLink({ state, isEmpty = state.text === '' }: { state: Shared; isEmpty?: boolean }) {
  async function link() {
    const { toFragment } = await import('./fragment.ts')
    const fragment = await toFragment(state)
    return fragment === undefined
      ? { refused: 'Too long for a link' }
      : `${location.origin}${location.pathname}#${fragment}`
  }
  return <CopyButton label="Copy link" text={link} disabled={isEmpty} />
}
