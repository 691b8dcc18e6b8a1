import Link from 'next/link'

export function Footer() {
  return (
    <footer className="foot">
      <div>
        <span>Breakwater is open source and not connected with the makers of the exam.</span>
        <Link href="/documents" prefetch={false}>
          Allowed documents
        </Link>
      </div>
    </footer>
  )
}
