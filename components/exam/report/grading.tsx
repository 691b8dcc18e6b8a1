import { ComeBack } from './come-back.tsx'
import { ReportFrame } from './report-frame.tsx'

/** The exam is over and its tasks are being graded: the page comes by itself, by the browser alone where scripts are off. */
export function Grading() {
  return (
    <>
      <ReportFrame
        title="The exam is over. Its tasks are being graded."
        say="The report opens here by itself. Nothing more has to be done."
      />
      <ComeBack />
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
    </>
  )
}
