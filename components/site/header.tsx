import Link from 'next/link'
import { Icon } from '../ui/icon.tsx'
import { Mark } from './mark.tsx'
import { PhoneMenu } from './phone-menu.tsx'
import { SearchField } from './search-field.tsx'
import { SECTIONS, type Section } from './sections.ts'
import { ThemeSwitch } from './theme-switch.tsx'

/** The waterline. The current section stands on it as a small wall. */
export function Header({ section }: { section?: Section | undefined }) {
  return (
    <header className="bar">
      <Link className="brand" href="/" aria-label="Breakwater, home">
        <Mark />
        <span>Breakwater</span>
      </Link>
      <nav className="nav" aria-label="Main">
        {SECTIONS.map(({ id, title, href }) => (
          <Link key={id} href={href} aria-current={id === section ? 'page' : undefined}>
            {title}
          </Link>
        ))}
      </nav>
      <div className="bar-end">
        <SearchField />
        <Link
          className="btn btn-icon help-link"
          href="/help"
          data-overlay="sheet"
          aria-label="Keyboard and help"
          prefetch={false}
        >
          <Icon name="help" />
        </Link>
        <ThemeSwitch />
        <PhoneMenu section={section} />
      </div>
    </header>
  )
}
