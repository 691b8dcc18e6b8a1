import { Icon } from '../../ui/icon.tsx'

/** What Falco itself prints of the file that is shown. */
export function FalcoSays({ says }: { says: string }) {
  return (
    <details className="fp-says">
      <summary>
        <Icon name="chevron" className="ic-turn" />
        What Falco prints of this file
      </summary>
      <pre className="mono">{says}</pre>
    </details>
  )
}
