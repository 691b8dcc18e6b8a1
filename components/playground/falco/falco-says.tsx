import { Icon } from '../../ui/icon.tsx'

/** What Falco itself prints of the file that is shown. */
export function FalcoSays({ says }: { says: string }) {
  return (
    <details className="fp-says">
      <summary>
        <Icon name="chevron" className="ic-turn" />
        What Falco prints of this file
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls can be scrolled by keyboard */}
      <pre className="mono" role="document" tabIndex={0} aria-label="What Falco prints">
        {says}
      </pre>
    </details>
  )
}
