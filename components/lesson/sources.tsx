interface SourcesProps {
  /** A Kubernetes version. */
  readonly checked: string
  readonly sources: readonly { readonly name: string; readonly url: string }[]
}

/** Where to read on, and what the facts were checked against. */
export function Sources({ checked, sources }: SourcesProps) {
  return (
    <>
      <ul className="dots">
        {sources.map(({ name, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer">
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p className="meta">Checked against Kubernetes {checked}.</p>
    </>
  )
}
