import Link from 'next/link'
import { studioPath } from './paths.ts'

interface CrumbsProps {
  readonly pack: string
  readonly version: string
  /** What is below the pack: the lab of a file. */
  readonly lab?: string | undefined
  /** The page is the pack's own. */
  readonly top?: boolean
}

/** The way back. */
export function Crumbs({ pack, version, lab, top = false }: CrumbsProps) {
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <Link href="/studio">Packs</Link>
      <span aria-hidden="true">/</span>
      {!top && (
        <>
          <Link href={studioPath(pack, { version })} prefetch={false}>
            {pack}
          </Link>
          <span aria-hidden="true">/</span>
        </>
      )}
      {lab !== undefined && (
        <>
          <Link href={studioPath(pack, { lab, version })} prefetch={false}>
            {lab}
          </Link>
          <span aria-hidden="true">/</span>
        </>
      )}
      <a className="only-phone" href="#files">
        Labs and files
      </a>
    </nav>
  )
}
