import { Fragment } from 'react'
import { keyGroups } from './keys.ts'

/** All keys by where they hold. `heading` is the level that fits the place. */
export function KeyGroups({ heading: Heading }: { heading: 'h2' | 'h3' }) {
  return keyGroups.map(({ title, rows }) => (
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
