import Link from 'next/link'

/** Before the first lab. */
export function NothingYet() {
  return (
    <div className="empty">
      <b>Nothing here yet.</b>
      <span>What you solve, when, and with how many checks and hints will be listed here.</span>
      <Link className="btn btn-sm" href="/labs">
        Go to the labs
      </Link>
    </div>
  )
}
