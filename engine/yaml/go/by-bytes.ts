/** The order in which Go sorts strings: that of their bytes in UTF-8, which is that of their code points. */
export function byBytes(one: string, other: string): number {
  for (let i = 0; i < one.length && i < other.length; i++) {
    const a = one.charCodeAt(i)
    const b = other.charCodeAt(i)
    if (a === b) continue
    // Half of a pair stands for a character above all those that need no pair.
    const isHigh = isHalf(a)
    return isHigh === isHalf(b) ? a - b : isHigh ? 1 : -1
  }
  return one.length - other.length
}

function isHalf(code: number): boolean {
  return (code & 0xf800) === 0xd800
}
