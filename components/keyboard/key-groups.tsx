import { Fragment } from 'react'
import { examKeyGroups, keyGroups } from './keys.ts'

/** All keys by where they hold, or those of an exam. `heading` is the level that fits the place. */
export function KeyGroups({ heading: Heading, exam = false }: { heading: 'h2' | 'h3'; exam?: boolean }) {
  return (exam ? examKeyGroups() : keyGroups).map(({ title, rows }) => (
    <section className="keys" key={title}>
      <Heading>{title}</Heading>
      <dl>
        {rows.map(({ act, keys }) => (
          <div key={act}>
            <dt>{act}</dt>
            <dd>
              {keys.map((together, place) => (
                <Fragment key={together.join(' ')}>
                  {place > 0 && <span className="meta"> or </span>}
                  {together.map(key => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
