import Link from 'next/link'
import type { ExamSummary } from '#engine/grade/exam/exam-view.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { when } from '../../ui/when.ts'
import { scoreWords } from './score-words.ts'

interface ExamTableProps {
  readonly exams: readonly ExamSummary[]
  readonly current: string | undefined
  readonly title: string
  readonly now: number
}

/** Exams with their results, each with the way to its report. */
export function ExamTable({ exams, current, title, now }: ExamTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, so the keyboard must reach it
    <section className="scroll-x" aria-label={title} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Exam</th>
            <th scope="col">Result</th>
            <th scope="col" className="right">
              Minutes
            </th>
            <th scope="col" className="right">
              Score
            </th>
          </tr>
        </thead>
        <tbody>
          {exams.map(exam => (
            <tr key={exam.id}>
              <td className="nowrap">{when(exam.startedAt, now)}</td>
              <td className="lab-cell">
                {exam.id === current ? (
                  <b>{exam.title}, this one</b>
                ) : (
                  <Link href={`/exam/${exam.id}/report`} prefetch={false}>
                    {exam.title}
                  </Link>
                )}
              </td>
              <Result exam={exam} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Result({ exam: { score, passed, pass, startedAt, endedAt } }: { exam: ExamSummary }) {
  const words = score === undefined || passed === undefined ? undefined : scoreWords({ score, passed, pass })
  return (
    <>
      <td className="nowrap">
        {words ? (
          <>
            <Glyph name={passed ? 'earned' : 'missed'} /> {words.verdict} {words.by}
          </>
        ) : (
          'Being graded'
        )}
      </td>
      <td className="right num">{Math.max(1, Math.round((endedAt - startedAt) / 60_000))}</td>
      <td className="right num">{words?.shown}</td>
    </>
  )
}
