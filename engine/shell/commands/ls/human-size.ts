/** `1.5K`, `12M`: rounded up, one digit after the point below ten. */
export function humanSize(bytes: number, base = 1024): string {
  if (bytes < base) return String(bytes)
  let size = bytes
  let unit = -1
  while (size >= base && unit < 5) {
    size /= base
    unit++
  }
  const shown = size < 10 ? Math.ceil(size * 10) / 10 : Math.ceil(size)
  if (shown >= base && unit < 5) return `1.0${'KMGTPE'[unit + 1]}`
  const letter = base === 1000 ? 'kMGTPE'[unit] : 'KMGTPE'[unit]
  return `${shown < 10 ? shown.toFixed(1) : shown}${letter}`
}
