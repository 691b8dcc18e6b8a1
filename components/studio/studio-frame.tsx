import type { ReactNode } from 'react'
import { Header } from '../site/header.tsx'
import { SkipLink } from '../site/skip-link.tsx'
import './studio.css'
import './tree.css'
import './proof.css'

/** A page of one pack: its files at the left, what is said of them beside. */
export function StudioFrame({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className="site st-site">
      <SkipLink />
      <Header section="studio" />
      <div className="st">
        {side}
        <main className="st-main" id="main">
          {children}
        </main>
      </div>
    </div>
  )
}
