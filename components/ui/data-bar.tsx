import type { ReactNode } from 'react'

interface DataBarProps {
  readonly share: number
  readonly label: string
  readonly className?: string
  /** Marks drawn over it, in a drawing 100 wide and 8 high. */
  readonly children?: ReactNode
}

/** A share of a whole as a bar. `share` is 0 to 1; the label says the numbers. Lengths are attributes: no styles needed. */
export function DataBar({ share, label, className = '', children }: DataBarProps) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <svg
      className={`databar ${className}`}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect className="db-track" width="100" height="8" />
      <rect className="db-fill" width={width} height="8" />
      {children}
    </svg>
  )
}
