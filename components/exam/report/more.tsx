import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'

/** What is folded away inside a task until somebody wants it. */
export function More({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="rt-more">
      <summary>
        <Icon name="chevron" className="ic-turn" />
        {title}
      </summary>
      <div className="rt-more-body">{children}</div>
    </details>
  )
}
