import Link from 'next/link'
import { longestClassWord } from '#engine/grade/exam/class-word.ts'
import type { ExamCard } from '#engine/grade/exam/exam-view.ts'
import { counted } from '../../ui/amounts.ts'
import { extraTimes } from './extra-time.ts'

interface ExamListProps {
  readonly cards: readonly ExamCard[]
  /** May give more time before the start. */
  readonly instructor: boolean
  /** While one runs no other can be begun. */
  readonly running: boolean
}

/** The exams that can be begun. What is chosen above them goes along to the page that starts the clock. */
export function ExamList({ cards, instructor, running }: ExamListProps) {
  return (
    <form className="ex-list" method="get">
      {!running && (
        <div className="ex-choices">
          <p className="field">
            <label htmlFor="class-word">Word of the class</label>
            <input
              className="input"
              id="class-word"
              name="seed"
              maxLength={longestClassWord}
              autoComplete="off"
              aria-describedby="class-word-help"
            />
            <span className="field-help" id="class-word-help">
              Who types the same word gets the same tasks. Left empty, they are drawn for you alone.
            </span>
          </p>
          {instructor && (
            <p className="field">
              <label htmlFor="extra-time">More time</label>
              <select className="select" id="extra-time" name="extra" defaultValue="0" aria-describedby="extra-help">
                {extraTimes.map(it => (
                  <option key={it} value={it}>
                    {it === 0 ? 'None' : `${it} % more`}
                  </option>
                ))}
              </select>
              <span className="field-help" id="extra-help">
                Only an instructor sees this.
              </span>
            </p>
          )}
        </div>
      )}
      <ul>
        {cards.map(({ id, title, summary, tasks, minutes, pass }) => (
          <li key={id} className="ex-row">
            <div>
              <h3>{title}</h3>
              <p>{summary}</p>
            </div>
            <span className="num">{counted(tasks, 'task')}</span>
            <span className="num">{minutes} min</span>
            <span className="num">pass mark {pass} %</span>
            {!running && (
              <button className="btn" type="submit" formAction={`/exam/start/${id}`} aria-label={`Begin: ${title}…`}>
                Begin…
              </button>
            )}
          </li>
        ))}
      </ul>
      {running && <p className="muted">Another exam can be begun when the running one is over.</p>}
      {instructor && (
        <p className="muted">
          As an instructor you can <Link href="/exam/time">give a candidate more time</Link> while an exam runs.
        </p>
      )}
    </form>
  )
}
