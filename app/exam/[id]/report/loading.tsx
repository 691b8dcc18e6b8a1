import { ReportFrame } from '#components/exam/report/report-frame.tsx'
import { SitePage } from '#components/site/site-page.tsx'

/** Until the report is read; without it the exam’s own frame would stand here. */
export default function Loading() {
  return (
    <SitePage section="exam">
      <ReportFrame title="The report is being opened." say="" />
    </SitePage>
  )
}
