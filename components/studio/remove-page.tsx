import type { PackSummary } from '#engine/grade/pack-view.ts'
import { SitePage } from '../site/site-page.tsx'
import { studioPath } from './paths.ts'
import { RemoveQuestion } from './remove-question.tsx'
import './studio.css'

interface RemovePageProps {
  readonly pack: PackSummary
  readonly version: string
  readonly versions: readonly PackSummary[]
}

/** The question before an installed version goes. A page, so that nobody meets it by accident. */
export function RemovePage({ pack: { id, hash, offered, ...pack }, version, versions }: RemovePageProps) {
  // The newest without a fault comes after it, and versions stand in that order.
  const next = versions.find(it => it.hash !== hash && it.origin === 'archive' && it.findings === 0)
  const afterwards = !offered
    ? 'What learners get does not change.'
    : next === undefined
      ? 'Learners get no labs of this pack any more.'
      : `Learners get version ${next.version} from then on.`
  return (
    <SitePage section="studio">
      <RemoveQuestion
        pack={pack.title}
        id={id}
        hash={hash}
        version={pack.version ?? hash.slice(0, 8)}
        afterwards={afterwards}
        back={studioPath(id, { version })}
      />
    </SitePage>
  )
}
