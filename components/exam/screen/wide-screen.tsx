'use client'

import { useEffect, useState } from 'react'
import { Glyph } from '../../ui/glyph.tsx'

const place = 'breakwater:exam:wide'

/** Said once on a phone. The stylesheet shows it there only. */
export function WideScreen() {
  const [shown, setShown] = useState(false)
  useEffect(() => setShown(!wasSaid()), [])
  if (!shown) return null
  const putAway = () => {
    remember()
    setShown(false)
  }
  return (
    <div className="ex-wide note note-info">
      <Glyph name="info" />
      <p>The exam was made for a wide screen. Here it shows one pane at a time.</p>
      <button className="btn btn-sm" type="button" onClick={putAway}>
        Put away
      </button>
    </div>
  )
}

function wasSaid(): boolean {
  try {
    return localStorage.getItem(place) !== null
  } catch {
    return false
  }
}

function remember() {
  try {
    localStorage.setItem(place, 'said')
  } catch {
    // Storage may be closed to us: then it is said once a page.
  }
}
