import Link from 'next/link'
import type { ExamSummary } from '#engine/grade/exam/exam-view.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { when } from '../../ui/when.ts'
import { scoreWords } from '../report/score-words.ts'
import { scored } from './scored.ts'

function Result({ exam }: { exam: ExamSummary }) {
  const [graded] = scored([exam])
  if (!graded) return <span className="muted">Being graded</span>
  const { verdict, by } = scoreWords(graded)
  return (
    <>
      <Glyph name={graded.passed ? 'earned' : 'missed'} /> {verdict} <span className="muted">{by}</span>
    </>
  )
}

/** Every exam that is over, with the way to its report. Newest first. */
export function EarlierExams({ exams, now }: { exams: readonly ExamSummary[]; now: number }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, so the keyboard must reach it
    <section className="scroll-x" aria-label="Earlier exams" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Exam</th>
            <th scope="col" className="right">
              Minutes
            </th>
            <th scope="col" className="right">
              Score
            </th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {exams.map(exam => (
            <tr key={exam.id}>
              <td className="nowrap">{when(exam.startedAt, now)}</td>
              <td className="lab-cell">
                <Link href={`/exam/${exam.id}/report`} prefetch={false}>
                  {exam.title}
                </Link>
              </td>
              <td className="right num">{exam.minutes}</td>
              <td className="right num">{scored([exam]).map(it => scoreWords(it).shown)}</td>
              <td className="nowrap">
                <Result exam={exam} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
