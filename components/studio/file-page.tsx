import type { PackView } from '#engine/grade/pack-view.ts'
import { Crumbs } from './crumbs.tsx'
import { FileText } from './file-text.tsx'
import { PackTree } from './pack-tree.tsx'
import { ProblemList } from './problem-list.tsx'
import { faultProblems } from './problems.ts'
import { StudioFrame } from './studio-frame.tsx'

interface FilePageProps {
  readonly pack: PackView
  readonly version: string
  /** In the pack. */
  readonly path: string
  readonly text: string
  readonly line: number | undefined
}

/** A file of a pack, to be read, with its faults. */
export function FilePage({ pack, version, path, text, line }: FilePageProps) {
  const faults = pack.faults.filter(it => it.file === `${pack.id}/${path}`)
  const slug = pack.contents.find(it => path.startsWith(`${it.slug}/`))?.slug
  return (
    <StudioFrame side={<PackTree pack={pack} version={version} lab={slug} file={path} />}>
      <Crumbs pack={pack.id} version={version} lab={slug} />
      <h1 className="h-st">{slug === undefined ? path : path.slice(slug.length + 1)}</h1>
      {faults.length > 0 && (
        <>
          <h2 className="h-sm">
            Faults <span className="meta">{faults.length}</span>
          </h2>
          <ProblemList problems={faultProblems({ ...pack, faults }, version, slug)} title="Faults of this file" />
        </>
      )}
      <FileText path={path} text={text} line={line} faults={faults} />
    </StudioFrame>
  )
}
