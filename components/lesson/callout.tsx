import type { ReactNode } from 'react'
import { Glyph, type GlyphName } from '../ui/glyph.tsx'

const KINDS: Readonly<Record<string, { readonly look: string; readonly glyph: GlyphName; readonly label: string }>> = {
  NOTE: { look: 'info', glyph: 'info', label: 'Note' },
  TIP: { look: 'info', glyph: 'info', label: 'Tip' },
  IMPORTANT: { look: 'info', glyph: 'info', label: 'Important' },
  WARNING: { look: 'warn', glyph: 'warning', label: 'Warning' },
  CAUTION: { look: 'miss', glyph: 'error', label: 'Caution' },
}

/** One of GitHub's alerts: an icon, and a first sentence that stands alone. */
export function Callout({ keyword, children }: { keyword: string; children: ReactNode }) {
  const { look, glyph, label } = KINDS[keyword] ?? { look: 'info', glyph: 'info', label: 'Note' }
  return (
    <div className={`note note-${look}`}>
      <Glyph name={glyph} label={label} />
      <div className="note-text">{children}</div>
    </div>
  )
}
