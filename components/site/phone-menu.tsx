import Link from 'next/link'
import { Icon } from '../ui/icon.tsx'
import { SECTIONS, type Section } from './sections.ts'

/** On a phone the sections fold into a menu. A `details` element, so that it works without a script. */
export function PhoneMenu({ section }: { section?: Section | undefined }) {
  return (
    <details className="menu">
      <summary className="btn btn-icon" aria-label="Menu">
        <Icon name="menu" />
      </summary>
      <nav className="menu-list" aria-label="Main menu">
        {SECTIONS.map(({ id, title, href }) => (
          <Link key={id} href={href} aria-current={id === section ? 'page' : undefined}>
            {title}
          </Link>
        ))}
        <Link href="/search">Search</Link>
      </nav>
    </details>
  )
}
