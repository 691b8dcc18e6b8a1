const least = 0.15
const most = 0.85

/** A share of the window between its limits. */
export function within(share: number): number {
  return Math.min(most, Math.max(least, share))
}

/** Where a key moves a separator to, or undefined when it is none of its keys: 2 %, with Shift 10 %, Home, End. */
export function keyStep(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  axis: 'x' | 'y',
  share: number,
): number | undefined {
  const step = shiftKey ? 0.1 : 0.02
  if (key === 'Home') return least
  if (key === 'End') return most
  if (key === (axis === 'x' ? 'ArrowLeft' : 'ArrowUp')) return within(share - step)
  if (key === (axis === 'x' ? 'ArrowRight' : 'ArrowDown')) return within(share + step)
  return undefined
}

const place = (name: string) => `breakwater:pane:${name}`

/** The remembered share, or null: the stylesheet's. */
export function read(name: string): number | null {
  try {
    const share = Number(localStorage.getItem(place(name)) ?? Number.NaN)
    return Number.isFinite(share) ? within(share) : null
  } catch {
    return null
  }
}

export function remember(name: string, share: number | null) {
  try {
    if (share === null) localStorage.removeItem(place(name))
    else localStorage.setItem(place(name), share.toFixed(4))
  } catch {
    // Storage may be closed to us: then the size lasts as long as the page.
  }
}
