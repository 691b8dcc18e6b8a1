/** Names with numbers in them in the order of the numbers, as `ls -v` and `sort -V` put them. */
export function naturally(a: string, b: string): number {
  const partsA = a.match(/\d+|\D+/g) ?? []
  const partsB = b.match(/\d+|\D+/g) ?? []
  for (let i = 0; i < Math.max(partsA.length, partsB.length); i++) {
    const x = partsA[i] ?? ''
    const y = partsB[i] ?? ''
    if (x === y) continue
    const numbers = /^\d/.test(x) && /^\d/.test(y)
    const order = numbers ? Number(BigInt(x) - BigInt(y)) : 0
    if (order !== 0) return order
    if (!numbers) return weigh(x) < weigh(y) ? -1 : 1
  }
  return a < b ? -1 : a > b ? 1 : 0
}

/** `~` comes before the end, letters before other signs. */
function weigh(text: string): string {
  return (
    [...text]
      .map(char =>
        char === '~' ? '\u0000' : /[A-Za-z]/.test(char) ? char : String.fromCharCode(char.charCodeAt(0) + 256),
      )
      .join('') || '\u0001'
  )
}
