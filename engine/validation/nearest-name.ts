/** The name that was probably meant: at most two letters away (one for short names), case aside. Undefined when none is near. */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase()
  let best: string | undefined
  let least = written.length <= 4 ? 1 : 2
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > least) continue
    const distance = editDistance(wanted, name.toLowerCase())
    if (distance > least || (best !== undefined && distance === least)) continue
    best = name
    least = distance
  }
  return best
}

/** Letters inserted, left out, changed, or two neighbours swapped. */
function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
