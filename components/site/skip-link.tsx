/** The first thing Tab reaches. A page that uses it has a `main` with the id "main". */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      Skip to content
    </a>
  )
}
