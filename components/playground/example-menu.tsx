import { useRef } from 'react'
import type { Example } from './playground.ts'

interface ExampleMenuProps {
  readonly examples: readonly Example[]
  onLoad(example: Example): void
}

/** Examples to begin with, folded away. */
export function ExampleMenu({ examples, onLoad }: ExampleMenuProps) {
  const box = useRef<HTMLDetailsElement>(null)
  function load(example: Example) {
    box.current?.removeAttribute('open')
    box.current?.querySelector('summary')?.focus()
    onLoad(example)
  }
  return (
    <details className="pg-examples" ref={box}>
      <summary className="btn btn-quiet btn-xs">Load an example</summary>
      <ul>
        {examples.map(it => (
          <li key={it.title}>
            <button type="button" onClick={() => load(it)}>
              {it.title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
