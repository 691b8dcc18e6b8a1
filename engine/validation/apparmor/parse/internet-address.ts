/** Whether a text is one address, of IPv4 or IPv6. */
export function isAddress(text: string): boolean {
  return isFour(text) || isSix(text)
}

function isFour(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every(part => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

function isSix(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const [head, tail] = halves.map(half => groupsOf(half))
  if (head === undefined) return false
  if (halves.length === 1) return head === 8
  return tail !== undefined && head + tail <= 7 && !halves[0]?.includes('.')
}

/** How many groups of 16 bits these are; undefined where one is none. */
function groupsOf(text: string): number | undefined {
  if (text === '') return 0
  const parts = text.split(':')
  const last = parts.at(-1) ?? ''
  const four = last.includes('.')
  if (four && !isFour(last)) return undefined
  const groups = four ? parts.slice(0, -1) : parts
  if (!groups.every(group => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined
  return groups.length + (four ? 2 : 0)
}

/** `80` or `8000-8080`. */
export function isPortRange(text: string): boolean {
  const ports = text.split('-')
  if (ports.length > 2 || !ports.every(port => /^\d{1,9}$/.test(port) && Number(port) <= 65535)) return false
  const [from, to] = ports
  return to === undefined || Number(from) <= Number(to)
}
