import { type Read, readAtoi } from './go-number.ts'

/** Reads `30000`, `30000-32767` and `30000+100`; gives it as Kubernetes prints it, or nothing for nothing. */
export function readPortRange(written: string): Read<string> {
  const text = written.trim()
  if (text === '') return { value: '' }
  const [hyphen, plus] = [text.indexOf('-'), text.indexOf('+')]
  if (hyphen >= 0 && plus >= 0) return { error: `unable to parse port range: ${text}` }
  const cut = hyphen >= 0 ? hyphen : plus
  const low = readAtoi(cut < 0 ? text : text.slice(0, cut))
  if ('error' in low) return low
  const second = cut < 0 ? low : readAtoi(text.slice(cut + 1))
  if ('error' in second) return second
  const high = plus >= 0 ? low.value + second.value : second.value
  if (low.value > 65535 || high > 65535) return { error: `the port range cannot be greater than 65535: ${text}` }
  if (high < low.value) return { error: `end port cannot be less than start port: ${text}` }
  return { value: `${low.value}-${high}` }
}

/** Whether a port lies in a range that was read. */
export function holdsPort(range: string, port: bigint): boolean {
  const [low, high] = range.split('-')
  return low !== undefined && high !== undefined && port >= BigInt(low) && port <= BigInt(high)
}
