/**
 * Points of tasks → whole per cents that add up to 100, each as near to its share as that allows: what rounding down
 * leaves goes to the largest remainders, the earlier task first. Without any points all weigh the same.
 */
export function weigh(points: readonly number[]): readonly number[] {
  const sum = points.reduce((all, one) => all + one, 0)
  if (sum === 0) return points.length === 0 ? [] : weigh(points.map(() => 1))
  const shares = points.map((one, at) => ({ at, whole: Math.floor((one * 100) / sum), rest: (one * 100) % sum }))
  const left = 100 - shares.reduce((all, { whole }) => all + whole, 0)
  const raised = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  )
  return shares.map(({ at, whole }) => whole + (raised.has(at) ? 1 : 0))
}
