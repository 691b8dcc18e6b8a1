import Link from 'next/link'
import { RunningExam } from '#components/exam/begin/running-exam.tsx'
import { DomainList } from '#components/home/domain-list.tsx'
import { Facts } from '#components/home/facts.tsx'
import { FirstVisit, LeftOff } from '#components/home/left-off.tsx'
import { RuleDemo } from '#components/home/rule-demo.tsx'
import { StartHere } from '#components/home/start-here.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { home } from './home.ts'

export const dynamic = 'force-dynamic'

export default async function Home() {
  const { domains, counts, firstLab, lesson, recent, running } = await home()
  const numbers = new Map(domains.map(it => [it.slug, it.number]))
  return (
    <SitePage>
      {running && <RunningExam exam={running} />}
      <div className="home-top">
        <div>
          <StartHere lab={firstLab} lesson={lesson} />
          {recent && recent.length > 0 && <LeftOff recent={recent} numbers={numbers} now={Date.now()} />}
          {recent?.length === 0 && firstLab && <FirstVisit lab={firstLab} />}
        </div>
        {/* It shows what a check of a lab says, which an exam that runs must not. */}
        {!running && <RuleDemo />}
      </div>
      <div className="sec-head">
        <h2>Six domains</h2>
        <p>as the exam weighs them</p>
        <Link href="/progress">Your progress</Link>
      </div>
      <DomainList domains={domains} counts={counts} />
      <Facts />
    </SitePage>
  )
}
