/** A stretch of two texts: lines `a0` to `a1` of the first became `b0` to `b1` of the second (ends excluded, from 0). */
export interface Change {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

const workAtMost = 4_000_000

/** The shortest way from one list of lines to the other (Myers), as the changed stretches in order. */
export function changesBetween(a: readonly string[], b: readonly string[]): readonly Change[] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const rows = endA - start
  const columns = endB - start
  if (rows === 0 && columns === 0) return []
  if (rows === 0 || columns === 0) return [{ a0: start, a1: endA, b0: start, b1: endB }]
  const trace: Int32Array[] = []
  const most = rows + columns
  const reach = new Int32Array(2 * most + 2)
  let work = 0
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice())
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach[k - 1 + most] ?? 0) < (reach[k + 1 + most] ?? 0))
      let x = down ? (reach[k + 1 + most] ?? 0) : (reach[k - 1 + most] ?? 0) + 1
      let y = x - k
      while (x < rows && y < columns && a[start + x] === b[start + y]) {
        x++
        y++
      }
      reach[k + most] = x
      if (x >= rows && y >= columns) return changesFrom(trace, d, rows, columns, most, start)
    }
    work += 2 * d + most
    if (work > workAtMost) return [{ a0: start, a1: endA, b0: start, b1: endB }]
  }
  return []
}

function changesFrom(
  trace: readonly Int32Array[],
  depth: number,
  rows: number,
  columns: number,
  most: number,
  start: number,
): readonly Change[] {
  const steps: { x: number; y: number; down: boolean }[] = []
  let x = rows
  let y = columns
  for (let d = depth; d > 0; d--) {
    const reach = trace[d]
    const k = x - y
    const down = k === -d || (k !== d && (reach?.[k - 1 + most] ?? 0) < (reach?.[k + 1 + most] ?? 0))
    const beforeK = down ? k + 1 : k - 1
    const beforeX = reach?.[beforeK + most] ?? 0
    const beforeY = beforeX - beforeK
    steps.push({ x: beforeX, y: beforeY, down })
    x = beforeX
    y = beforeY
  }
  const out: Change[] = []
  for (const step of steps.reverse()) {
    const at: Change = {
      a0: start + step.x,
      a1: start + step.x + (step.down ? 0 : 1),
      b0: start + step.y,
      b1: start + step.y + (step.down ? 1 : 0),
    }
    const last = out.at(-1)
    if (last && last.a1 === at.a0 && last.b1 === at.b0) out[out.length - 1] = { ...last, a1: at.a1, b1: at.b1 }
    else out.push(at)
  }
  return out
}
