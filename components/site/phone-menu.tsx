import Link from 'next/link'
import { Icon } from '../ui/icon.tsx'
import { SECTIONS, type Section } from './sections.ts'

/** On a phone the sections fold into a menu. A popover: the browser opens it, and closes it on Escape or a tap beside it. */
export function PhoneMenu({ section }: { section?: Section | undefined }) {
  return (
    <>
      <button type="button" className="btn btn-icon only-phone" aria-label="Menu" popoverTarget="phone-menu">
        <Icon name="menu" />
      </button>
      <nav id="phone-menu" popover="auto" className="menu-list" aria-label="Menu">
        {SECTIONS.map(({ id, title, href }) => (
          <Link key={id} href={href} aria-current={id === section ? 'page' : undefined}>
            {title}
          </Link>
        ))}
        <Link href="/search" prefetch={false}>
          Search
        </Link>
        <Link href="/help" prefetch={false}>
          Keyboard and help
        </Link>
      </nav>
    </>
  )
}
