import Link from 'next/link'
import { Icon } from '../ui/icon.tsx'

/**
 * The header's search. A form that works without a script; below desk width it is a link to the search page. With a script
 * both open the command palette.
 */
export function SearchField() {
  return (
    <>
      <search className="find-wrap">
        <form className="find" action="/search">
          <Icon name="search" />
          <input
            type="search"
            name="q"
            aria-label="Find a lab, lesson or command"
            aria-keyshortcuts="Control+K Alt+K"
            placeholder="Find a lab, lesson or command"
            data-overlay="palette"
          />
          <kbd>Ctrl</kbd>
          <kbd>K</kbd>
        </form>
      </search>
      <Link
        className="btn btn-icon find-link"
        href="/search"
        aria-label="Find a lab, lesson or command"
        data-overlay="palette"
        prefetch={false}
      >
        <Icon name="search" />
      </Link>
    </>
  )
}
