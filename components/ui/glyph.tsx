import type { ReactNode } from 'react'

interface Shape {
  /** The colour's class in base.css. */
  readonly tone: string
  readonly drawing: ReactNode
}

const ring = <circle cx="8" cy="8" r="6.25" className="st" />

/** Each meaning has its own shape, so that colour is never needed to tell them apart. */
const SHAPES = {
  earned: {
    tone: 'gl-pass',
    drawing: (
      <>
        <circle cx="8" cy="8" r="7" fill="currentColor" />
        <path d="m4.9 8.2 2.2 2.2 4-4.5" className="cut" />
      </>
    ),
  },
  partly: {
    tone: 'gl-part',
    drawing: (
      <>
        {ring}
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </>
    ),
  },
  missed: {
    tone: 'gl-miss',
    drawing: (
      <>
        <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="currentColor" />
        <path d="m5.2 5.2 5.6 5.6M10.8 5.2l-5.6 5.6" className="cut" />
      </>
    ),
  },
  open: { tone: 'gl-open', drawing: ring },
  guard: {
    tone: 'gl-guard',
    drawing: (
      <path
        d="M8 1.5 13.5 3.5v4c0 3.4-2.3 5.8-5.5 7-3.2-1.2-5.5-3.6-5.5-7v-4zM5.5 7.9l1.8 1.8 3.2-3.6"
        className="st"
      />
    ),
  },
  ungraded: {
    tone: 'gl-fault',
    drawing: (
      <>
        <path d="M8 1.5 13.6 4.75v6.5L8 14.5l-5.6-3.25v-6.5z" className="st dash" />
        <path d="M8 5v3.6M8 10.9v.2" className="st" />
      </>
    ),
  },
  error: {
    tone: 'gl-error',
    drawing: (
      <>
        <path d="M5.1 1.3h5.8l3.8 3.8v5.8l-3.8 3.8H5.1l-3.8-3.8V5.1z" fill="currentColor" />
        <path d="m5.6 5.6 4.8 4.8M10.4 5.6l-4.8 4.8" className="cut" />
      </>
    ),
  },
  warning: {
    tone: 'gl-warn',
    drawing: (
      <>
        <path d="M8 1.7 15 14H1z" fill="currentColor" />
        <path d="M8 6v3.7M8 11.7v.3" className="cut" />
      </>
    ),
  },
  info: {
    tone: 'gl-info',
    drawing: (
      <>
        {ring}
        <path d="M8 7.4v4M8 4.6v.2" className="st" />
      </>
    ),
  },
  decided: {
    tone: 'gl-wall',
    drawing: (
      <>
        <path d="M1 8h7.5M5.7 4.9 8.8 8l-3.1 3.1" className="st" />
        <rect x="11" y="1.5" width="3.5" height="13" fill="currentColor" />
      </>
    ),
  },
} as const satisfies Record<string, Shape>

export type GlyphName = keyof typeof SHAPES

/** A meaning's shape. With a label it is announced as an image; without one the words beside it say the same. */
export function Glyph({ name, label, className = '' }: { name: GlyphName; label?: string; className?: string }) {
  const { tone, drawing } = SHAPES[name]
  const shared = { className: `gl ${tone} ${className}`, viewBox: '0 0 16 16', focusable: false } as const
  if (label === undefined) {
    return (
      <svg {...shared} aria-hidden="true">
        {drawing}
      </svg>
    )
  }
  return (
    <svg {...shared} role="img" aria-label={label}>
      {drawing}
    </svg>
  )
}
