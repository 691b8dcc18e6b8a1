import type { ReactNode } from 'react'

const KINDS: Readonly<Record<string, { readonly look: string; readonly label: string }>> = {
  NOTE: { look: 'info', label: 'Note' },
  TIP: { look: 'info', label: 'Tip' },
  IMPORTANT: { look: 'info', label: 'Important' },
  WARNING: { look: 'warn', label: 'Warning' },
  CAUTION: { look: 'miss', label: 'Caution' },
}

/** One of GitHub's alerts: an icon, and a first sentence that stands alone. */
export function Callout({ keyword, children }: { keyword: string; children: ReactNode }) {
  const { look, label } = KINDS[keyword] ?? { look: 'info', label: 'Note' }
  return (
    <div className={`note note-${look}`} role="note" aria-label={label}>
      <div className="note-text">{children}</div>
    </div>
  )
}
