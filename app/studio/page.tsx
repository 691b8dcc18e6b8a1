import type { Metadata } from 'next'
import { SitePage } from '#components/site/site-page.tsx'
import { PackTable } from '#components/studio/pack-list.tsx'
import { ProblemList } from '#components/studio/problem-list.tsx'
import { uploadProblem } from '#components/studio/problems.ts'
import { Upload } from '#components/studio/upload.tsx'
import { limitsSentence, packLimits, sizeText } from '#packs/pack-limits.ts'
import { listPacks } from '#server/packs/list-packs.ts'
import '#components/studio/studio.css'
import { Closed } from '#components/studio/closed.tsx'
import { studioDoor } from '#server/studio-door.ts'

export const metadata: Metadata = { title: 'Studio' }

export default async function StudioPage() {
  const door = await studioDoor()
  if (door !== 'open') return <Closed why={door} />
  const { packs, findings, folder } = await listPacks()
  const brought = packs.filter(it => it.origin !== 'built-in')
  const now = Date.now()
  return (
    <SitePage section="studio">
      <h1>Studio</h1>
      <p className="lede">Packs of labs: bring them, see what is wrong with them, prove them, try them.</p>
      <Upload atMost={packLimits.archive} atMostText={sizeText(packLimits.archive)} limits={limitsSentence} />
      <div className="sec-head">
        <h2>Packs that were brought</h2>
        <p>
          folders are read from <code>{folder}</code>
        </p>
      </div>
      {findings.length > 0 && <ProblemList problems={findings.map(uploadProblem)} title="What lies among the packs" />}
      {brought.length > 0 ? (
        <PackTable title="Packs that were brought" packs={brought} now={now} />
      ) : (
        <div className="empty st-none">
          <b>No packs were brought so far.</b>
          <span>
            Put a pack’s folder among them, or install an archive. <code>breakwater lab new</code> writes a lab to begin
            with.
          </span>
        </div>
      )}
      <div className="sec-head">
        <h2>Packs that come with Breakwater</h2>
        <p>they can be read and proved, not changed</p>
      </div>
      <PackTable
        title="Packs that come with Breakwater"
        packs={packs.filter(it => it.origin === 'built-in')}
        now={now}
      />
    </SitePage>
  )
}
