'use client'

import { useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { FACETS } from './ids.ts'

export function FacetButton() {
  const [open, setOpen] = useState(false)
  const toggle = () => {
    document.getElementById(FACETS)?.toggleAttribute('data-open', !open)
    setOpen(!open)
  }
  return (
    <button
      type="button"
      className="btn btn-sm only-phone"
      aria-expanded={open}
      aria-controls={FACETS}
      onClick={toggle}
    >
      <Icon name="filter" />
      Filter
    </button>
  )
}
