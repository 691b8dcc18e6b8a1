import type { ReactNode } from 'react'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import type { Section } from './sections.ts'
import { SkipLink } from './skip-link.tsx'

interface SitePageProps {
  /** Marked in the header; left out on pages of no section. */
  readonly section?: Section
  /** The class of `main`: 'page' unless a page has columns of its own. */
  readonly className?: string
  readonly children: ReactNode
}

/** Skip link, header, main, footer: every page except the workbench stands in it. */
export function SitePage({ section, className = 'page', children }: SitePageProps) {
  return (
    <div className="site">
      <SkipLink />
      <Header section={section} />
      <main className={className} id="main">
        {children}
      </main>
      <Footer />
    </div>
  )
}
