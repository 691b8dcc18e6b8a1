const place = 'breakwater:tour'

/** Whether the tour may still come. Where nothing can be remembered it never does, for it would come every time. */
export function tourMayCome(): boolean {
  try {
    return localStorage.getItem(place) === null
  } catch {
    return false
  }
}

export function tourHasCome() {
  try {
    localStorage.setItem(place, 'shown')
  } catch {
    // Without storage the tour does not come at all.
  }
}
