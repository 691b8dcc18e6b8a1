import type { ReactNode } from 'react'

interface DrawingProps {
  /** Unique on the page. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly width: number
  readonly height: number
  /** Shown beside text, or on a phone: a diagram is drawn for both, and CSS shows one. */
  readonly size: 'desk' | 'phone'
  readonly children: ReactNode
}

/** An SVG that is announced as one image with a title and a description. Colours are classes of lesson.css. */
export function Drawing({ id, title, description, width, height, size, children }: DrawingProps) {
  const names = `${id}-${size}`
  return (
    <svg
      className={`fig-${size}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${names}-title`}
      aria-describedby={`${names}-desc`}
    >
      <title id={`${names}-title`}>{title}</title>
      <desc id={`${names}-desc`}>{description}</desc>
      {children}
    </svg>
  )
}
