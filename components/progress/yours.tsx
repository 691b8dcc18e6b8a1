import Link from 'next/link'

/** What is stored of a learner is theirs: to take away, and to delete. */
export function Yours() {
  return (
    <p className="muted yours">
      All of this is kept in this Breakwater’s data folder and nowhere else.{' '}
      <a href="/progress/export" download>
        Save it as a file
      </a>{' '}
      or <Link href="/progress/delete">delete everything of mine…</Link>
    </p>
  )
}
