import type { ExamReport } from '#engine/grade/exam/exam-view.ts'
import { Icon } from '../../ui/icon.tsx'
import { counts, notWhole } from './costliest.ts'
import { PrintButton } from './print-button.tsx'
import { RetakeForm, type RetakeSaid } from './retake-form.tsx'

interface ReportActsProps {
  readonly report: Pick<ExamReport, 'id' | 'tasks'>
  readonly retake: (before: RetakeSaid) => Promise<RetakeSaid>
}

/** What can be done with a report. */
export function ReportActs({ report: { id, tasks }, retake }: ReportActsProps) {
  const again = notWhole(tasks)
  return (
    <div className="rep-acts">
      {again.length > 0 && <RetakeForm retake={retake} tasks={again.length} graded={again.every(counts)} />}
      <a className="btn" href={`/exam/${id}/report/export`} download>
        <Icon name="download" />
        Save as a file
      </a>
      <PrintButton />
    </div>
  )
}
