/** The order in which Go sorts strings: that of their bytes in UTF-8, which is that of their code points. */
export function byBytes(one: string, other: string): number {
  for (let i = 0; i < one.length && i < other.length; i++) {
    const [a, b] = [one.charCodeAt(i), other.charCodeAt(i)]
    if (a === b) continue
    // Half of a pair stands for a character above all those that need no pair.
    const [highA, highB] = [(a & 0xf800) === 0xd800, (b & 0xf800) === 0xd800]
    return highA === highB ? a - b : highA ? 1 : -1
  }
  return one.length - other.length
}
