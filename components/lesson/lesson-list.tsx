import Link from 'next/link'
import { Icon } from '../ui/icon.tsx'

export interface ListedLesson {
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
}

export interface ListedDomain {
  readonly slug: string
  readonly number: number
  readonly title: string
  /** Per cent of the exam. */
  readonly weight: number
  readonly lessons: readonly ListedLesson[]
}

/** The lessons of each domain that has one. */
export function LessonList({ domains }: { domains: readonly ListedDomain[] }) {
  return domains
    .filter(it => it.lessons.length > 0)
    .map(({ slug, number, title, weight, lessons }) => (
      <section key={slug} id={slug} className="lesson-g" aria-labelledby={`${slug}-title`}>
        <div className="lab-g">
          <h2 id={`${slug}-title`}>
            <span className="dom-n">D{number}</span>&ensp;{title}
          </h2>
          <span className="meta">{weight} % of the exam</span>
        </div>
        <div className="linked">
          {lessons.map(it => (
            <Link key={it.slug} href={`/lessons/${it.slug}`}>
              <Icon name="book" />
              <span>
                <b>{it.title}</b>
                <small>{it.summary}</small>
              </span>
              <span className="meta num">{it.minutes} min</span>
            </Link>
          ))}
        </div>
      </section>
    ))
}
