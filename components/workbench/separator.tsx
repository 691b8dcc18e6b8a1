'use client'

import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { keyStep, read, remember, within } from './shares.ts'

interface SeparatorProps {
  /** `x` parts columns, `y` rows. */
  readonly axis: 'x' | 'y'
  /** What the size is remembered under, per person. */
  readonly name: string
  readonly label: string
  /** The id of the pane before it. */
  readonly controls: string
  /** The share of the pane before it, until somebody changes it; the stylesheet draws it. */
  readonly share: number
}

const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** A line between two panes of a grid, moved by mouse and keyboard. Its parent element is the grid. */
export function Separator({ axis, name, label, controls, share: first }: SeparatorProps) {
  const line = useRef<HTMLDivElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const [closed, setClosed] = useState(false)

  useBrowserLayoutEffect(() => setShare(read(name)), [name])

  useBrowserLayoutEffect(() => {
    const grid = line.current?.parentElement
    if (!grid) return
    const property = axis === 'x' ? 'grid-template-columns' : 'grid-template-rows'
    const now = closed ? 0 : share
    if (now === null) grid.style.removeProperty(property)
    else grid.style.setProperty(property, `minmax(0, ${now}fr) 5px minmax(0, ${1 - now}fr)`)
    grid.toggleAttribute('data-closed', closed)
  }, [axis, share, closed])

  const change = (next: number | null) => {
    setClosed(false)
    setShare(next)
    remember(name, next)
  }

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const area = line.current?.parentElement?.getBoundingClientRect()
    if (!area || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const at = axis === 'x' ? (event.clientX - area.left) / area.width : (event.clientY - area.top) / area.height
    change(within(at))
  }

  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') setClosed(!closed)
    else {
      const next = keyStep(event, axis, share ?? measured(line.current, axis) ?? first)
      if (next === undefined) return
      change(next)
    }
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: hr cannot be moved
    <div
      ref={line}
      className={`sep sep-${axis === 'x' ? 'v' : 'h'}`}
      role="separator"
      tabIndex={0}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={closed ? 0 : Math.round((share ?? first) * 100)}
      aria-valuemin={closed ? 0 : 15}
      aria-valuemax={85}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => change(null)}
      onKeyDown={pressed}
    />
  )
}

function measured(line: HTMLElement | null, axis: 'x' | 'y'): number | undefined {
  const area = line?.parentElement?.getBoundingClientRect()
  const at = line?.getBoundingClientRect()
  if (!area || !at) return undefined
  return axis === 'x' ? (at.left - area.left) / area.width : (at.top - area.top) / area.height
}
