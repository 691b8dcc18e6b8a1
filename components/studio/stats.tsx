export interface Stat {
  readonly title: string
  readonly value: string | number
  readonly of: string
}

/** The numbers above a proof. Not known yet is a dash. */
export function Stats({ stats }: { stats: readonly Stat[] }) {
  return (
    <dl className="stat">
      {stats.map(({ title, value, of }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            {value} <small>{of}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
