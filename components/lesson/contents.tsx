'use client'

import { useEffect, useState } from 'react'
import type { Section } from './outline.ts'

/** A heading that is higher up in the window than this share of it has been reached. */
const READING_LINE = 0.25

/** The sections as links; the one being read stands out. */
export function Contents({ sections }: { sections: readonly Section[] }) {
  const [current, setCurrent] = useState(sections[0]?.id)
  useEffect(() => {
    let frame = 0
    const find = () => {
      const line = window.innerHeight * READING_LINE
      const reached = sections.findLast(({ id }) => {
        const heading = document.getElementById(id)
        return heading !== null && heading.getBoundingClientRect().top <= line
      })
      setCurrent((reached ?? sections[0])?.id)
    }
    const onScroll = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(find)
    }
    find()
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', onScroll)
    }
  }, [sections])
  return sections.map(({ id, title }) => (
    <a key={id} href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
      {title}
    </a>
  ))
}
