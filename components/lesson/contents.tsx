'use client'

import { useEffect, useState } from 'react'
import type { Section } from './outline.ts'

/** Below the sticky header; a heading above this line has been reached. */
const READING_LINE = '-15% 0px -80% 0px'

/** The sections as links; the one being read stands out. */
export function Contents({ sections }: { sections: readonly Section[] }) {
  const [current, setCurrent] = useState(sections[0]?.id)
  useEffect(() => {
    const observer = new IntersectionObserver(
      entries => {
        const reached = entries.find(it => it.isIntersecting)
        if (reached) setCurrent(reached.target.id)
      },
      { rootMargin: READING_LINE },
    )
    for (const { id } of sections) {
      const heading = document.getElementById(id)
      if (heading) observer.observe(heading)
    }
    return () => observer.disconnect()
  }, [sections])
  return sections.map(({ id, title }) => (
    <a key={id} href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
      {title}
    </a>
  ))
}
