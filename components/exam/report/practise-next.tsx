import Link from 'next/link'
import type { ExamTaskReport } from '#engine/grade/exam/exam-view.ts'
import { costliest, counts, lost } from './costliest.ts'
import type { ReportNames } from './report-names.ts'
import { pointsOf } from './score-words.ts'
import { spelled } from './time-words.ts'

interface PractiseNextProps {
  readonly tasks: readonly ExamTaskReport[]
  readonly names: ReportNames
}

/** The three tasks that lost most, and where they can be learnt. */
export function PractiseNext({ tasks, names }: PractiseNextProps) {
  const next = costliest(tasks, 3)
  return (
    <section aria-labelledby="practise-next">
      <div className="sec-head">
        <h2 id="practise-next">Practise next</h2>
      </div>
      {next.length === 0 ? (
        <p className="rep-none">
          {tasks.every(counts) ? 'No points were lost.' : 'No points were lost in what could be graded.'}
        </p>
      ) : (
        <ol className="next">
          {next.map(task => (
            <Next key={task.number} task={task} names={names} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Next({ task, names: { competencies, labs, lessons } }: { task: ExamTaskReport; names: ReportNames }) {
  const { lab, title, competency, spent } = task
  const lesson = lessons.get(lab)
  return (
    <li>
      <b>{competencies.get(competency) ?? title}</b>
      <p>
        {pointsOf(lost(task))} lost, and {spelled(spent)} spent.
      </p>
      {labs.has(lab) ? (
        <Link href={`/labs/${lab}`} prefetch={false}>
          {title}
        </Link>
      ) : (
        title
      )}
      {lesson && (
        <span className="next-lesson">
          Lesson: <Link href={`/lessons/${lesson.slug}`}>{lesson.title}</Link>
        </span>
      )}
    </li>
  )
}
