const place = (exam: string) => `breakwater:exam:${exam}:seen`

/** The tasks that this browser has shown, as it remembers them. */
export function readSeen(exam: string): readonly number[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place(exam)) ?? '[]')
    return Array.isArray(read) ? read.filter(it => Number.isInteger(it)) : []
  } catch {
    return []
  }
}

export function keepSeen(exam: string, tasks: readonly number[]) {
  try {
    localStorage.setItem(place(exam), JSON.stringify(tasks))
  } catch {
    // Storage may be closed to us: then it is remembered as long as the page.
  }
}
