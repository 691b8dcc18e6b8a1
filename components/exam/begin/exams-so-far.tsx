import type { ExamSummary } from '#engine/grade/exam/exam-view.ts'
import { ScorePlot } from '../report/score-plot.tsx'
import { scoreWords } from '../report/score-words.ts'
import { scored } from './scored.ts'
import './begin.css'

/** The scores against the pass mark; nothing before the first exam is graded. */
export function ExamsSoFar({ exams }: { /** Newest first. */ exams: readonly ExamSummary[] }) {
  const shown = scored(exams).toReversed()
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="exams-so-far">
      <h2 className="h-sm" id="exams-so-far">
        Exams so far <span className="meta">score of 100</span>
      </h2>
      <ScorePlot exams={shown} />
      <p className="vh">Oldest first: {shown.map(it => `${scoreWords(it).shown}, pass mark ${it.pass}`).join('; ')}.</p>
    </section>
  )
}
